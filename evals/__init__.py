"""How well the judge judges: recorded interviews, suites that question the assessments made of them, and reports.

::

    dataset     recorded interviews with labels           trial       one thing to be assessed, and what came of it
    suites/     which trials there are, and their score   running     has trials assessed: many at once, resumable
    measuring   measures with intervals (statistics)      folder      a finished run on disk, with every reply (replies)
    thresholds  what has to hold                          comparing   two runs side by side
    batching    through a provider's batch endpoint       counting    what a run would cost (tokens, prefixes)
    reporting/  the report of a run                       command_line
"""
