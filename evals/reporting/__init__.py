"""A run as one page to read, with everything in it: no script, no network.

::

    page      what the page shows, and writing it     drawing   bars with intervals
    wording   the headline in sentences               marking   evidence marked in what was said
"""
