"""Many answers."""
