"""A mock interviewer for behavioral interviews.

Read it in this order; imports only ever point back up the list:

- `rubric`, `principle`, `scenario`, `brief`: the vocabulary, and what one interview is about
- `transcript`, `review`, `interview`: what was said, what was observed, the state of an interview
- `evidence`, `verdict`, `probing`, `assessment`: pure rules from observations to judgements
- `engines`: who observes and phrases, offline (`local`) or through a model (`llm`, behind `models`)
- `interviewer`: the loop
- `store`, `command_line`, `pages`: the edges
"""

__version__ = "0.1.0"
