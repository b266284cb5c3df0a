"""Many answers: how near a run comes to what its model service allows, what it keeps in memory, and the same beyond one machine.

::

    throughput  a run against a stub of known pace, with many calls in flight
    ray_job     the same assessment as a Ray Data job: files or object-store addresses in and out
"""
