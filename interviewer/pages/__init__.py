"""The browser page: reads the interview from the store, draws it, and hands one event at a time to the interviewer.

`interview` decides what is shown: the form (`start`), the interview itself (`conversation`) or what came of it (`assessment`).
Everything is rebuilt from the store at every run, so a refresh, a second window or a restarted server changes nothing.
"""
