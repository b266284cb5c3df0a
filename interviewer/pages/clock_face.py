"""What the clocks of the page share: how they tell time, and the place in which the browser keeps them going."""

CLOCK = "clock"
"""Key of what is drawn anew every second and must not fade meanwhile."""
TIME = f".st-key-{CLOCK} time"
"""Where the browser finds the time that it keeps going."""
HAND = (
    '<span aria-hidden="true" translate="no" style="font-family: \'Material Symbols Rounded\'; vertical-align: bottom">'
    "timer</span>"
)
"""The sign in front of a time."""


def minutes_and_seconds(seconds: float) -> str:
    """For example "2:05"."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
