"""What people do in front of the page, and how long it took."""

from typing import Literal, NamedTuple

Step = Literal["open", "start", "turn", "assessment"]


class Taken(NamedTuple):
    """One step, from what the person did until the page was drawn and at rest."""

    step: Step
    at: float
    """When it was over, on the monotonic clock; seconds, as all that follow."""
    whole: float
    model: float
    """What a model took of it."""

    @property
    def own(self) -> float:
        """What the app took for itself."""
        return self.whole - self.model


class Fault(NamedTuple):
    """Something that must not happen; never what anybody said."""

    step: Step
    what: str
