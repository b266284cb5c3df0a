"""How fast and how frugal the product is: ratios, taken in one run, that mean the same on another machine.

::

    figures     one figure, what it has to be (bounds.yaml), and whether it is
    model_stub  a model in a process of its own that takes exactly the time it is told to
    serving     Streamlit servers and a browser, and what they cost
    overhead    what the product adds to the time a model needs      startup    from the command to the first screen
    offline     the offline engine: speed, memory, two processes     growth     turns, long answers, a long history
    counts      what does not depend on the machine: the gate        picture    the growth, drawn

Two things that are compared are measured in turn (A B A B ...), and medians are taken, so that what else runs meets both.
"""
