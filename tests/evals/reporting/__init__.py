"""Mirrors `evals/reporting`."""
