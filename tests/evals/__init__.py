"""How the judge is measured."""
