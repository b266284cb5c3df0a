"""The suites: each is a question about the judge, the trials that answer it, and the score made of their results.

Every suite module has two functions: ``trials(dataset, library, repeats)`` gives what is to be assessed, and ``score(results)``
is pure, so a finished run can be scored again without assessing anything.
"""
