"""How the learned parts of the offline engine are made."""
