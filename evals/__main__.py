"""``python -m evals``."""

from evals.command_line import main

main()
