"""Edits of recorded answers whose effect on the judgement is known beforehand.

Each edit is a pure function on a `Record` and returns the edited answer, or None where it cannot be made: where the labels do not
say which sentence carries what has to go, or where what would be left is not something a person would say.

::

    told       an answer as sentences, each with what the labels say it carries
    taken      something is taken out or weakened: the result, the figure, the reflection, ...
    added      something is added: idle context, praise of oneself, blame, a famous name, ...
    voice      who acted, and whether it happened: I and we, past and conditional
    style      nothing changes but the form: bullets, labels, fillers, spelt-out figures, ...
    relations  every edit with what must come of it
"""
