"""What an interview is about: the principle, the level, and the scenario it is held against."""

from functools import cached_property

from interviewer.principle import Pack
from interviewer.rubric import Criterion, CriterionId, FlagId, Identifier, Level, Rubric, Strict, Text
from interviewer.scenario import Scenario

GENERAL_PLAINER = "I'm looking for one real case that answers the question, whatever its size."
ANY_CASE = "It may come from work, from your studies or from anywhere else, as long as you were part of it."
"""Said with every main question that is put in other words, because that is what people usually want to know."""


class Probe(Strict):
    """A follow-up the interviewer can ask, whatever the candidate's story."""

    id: Identifier
    question: Text
    plainer: Text
    targets: tuple[CriterionId, ...]
    """The criteria it can close, the main one first."""
    listens_for: Text


class Brief(Strict):
    """Everything fixed before the first question; engines and policies read it and never change it."""

    pack: Pack
    rubric: Rubric
    """The base rubric with the pack's own criteria."""
    level: Level
    scenario: Scenario | None = None
    """None: no example to compare with, and the rubric's general follow-ups are the bank."""

    @cached_property
    def weights(self) -> dict[CriterionId, float]:
        """How much each criterion counts here, 0 to 5, in rubric order."""
        return {c.id: self.pack.weight(c, self.level) for c in self.rubric.criteria}

    @cached_property
    def bank(self) -> tuple[Probe, ...]:
        """The follow-ups on offer: the scenario's, and a general one for each criterion that none of those is mainly about."""
        follow_ups = self.scenario.follow_ups if self.scenario else ()
        own = tuple(
            Probe(id=f.id, question=f.question, plainer=f.plainer, targets=f.targets, listens_for=f.listens_for)
            for f in follow_ups
        )
        probed = {probe.targets[0] for probe in own}
        return own + tuple(general(c) for c in self.rubric.criteria if c.id not in probed)

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """Main questions, the first to be asked first."""
        own = (self.scenario.question, *self.scenario.alternative_questions) if self.scenario else ()
        return tuple(dict.fromkeys((*own, *self.pack.questions)))

    @property
    def plainer(self) -> str:
        """What a main question asks for, for someone who asks what it means."""
        return f"{self.scenario.plainer if self.scenario else GENERAL_PLAINER} {ANY_CASE}"

    @cached_property
    def references(self) -> dict[str, str]:
        """The places of the strong/weak rubric that a judgement may point at."""
        return self.scenario.references() if self.scenario else {}

    def at(self, level: Level) -> "Brief":
        """The same brief for a candidate of another level."""
        if level == self.level:
            return self
        if level not in self.elsewhere:
            # Not model_copy, which would take the weights of this level along.
            self.elsewhere[level] = Brief(pack=self.pack, rubric=self.rubric, level=level, scenario=self.scenario)
        return self.elsewhere[level]

    @cached_property
    def elsewhere(self) -> dict[Level, "Brief"]:
        """The same brief at other levels, as they were asked for: a verdict asks for them hundreds of times."""
        return {}

    def criterion(self, id: CriterionId) -> Criterion:
        return self.rubric.criterion(id)

    def redirect(self, flag: FlagId) -> Probe | None:
        """The question that leads back to a real, fitting story, for the flags that make every other question idle."""
        found = next((r for r in self.rubric.redirects if r.flag == flag), None)
        if found is None:
            return None
        return Probe(
            id=found.id, question=found.question, plainer=found.plainer, targets=found.targets, listens_for=found.listens_for
        )


def general(criterion: Criterion) -> Probe:
    """The rubric's own follow-up for a criterion, for any story."""
    return Probe(
        id=criterion.id,
        question=criterion.question,
        plainer=criterion.plainer,
        targets=(criterion.id,),
        listens_for=criterion.met_when,
    )
