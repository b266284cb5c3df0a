"""Many people at once in front of one server, without browsers: a load generator that speaks Streamlit's own protocol.

::

    page      what a browser would show of what was sent       session    one tab: the websocket, and what a person can do
    sayings   what is said, with a secret word in it (marks)   candidate  a person, from opening the page to the assessment
    model     a model that takes its time                      running    the load, and what is measured of it (watching, steps)
    kept      what the database holds in the end               figures    what came of it, and the bounds

One asyncio process; the server is another one, started as a person would start it, with a database of its own.
"""
