"""Mirrors `evals/command_line`."""
