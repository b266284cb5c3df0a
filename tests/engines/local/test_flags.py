"""What raises a red flag, and what sounds like it and does not."""

import pytest

from interviewer.engines.local.flags import DETECTORS as FLAGS
from interviewer.engines.local.judging import DETECTORS
from interviewer.engines.local.story import Story
from interviewer.rubric import FlagId
from tests.saying import said

VAGUE = "In our depot we had quite a lot of trouble, and everybody was really tired of it. "
FACTS = "On Monday I rang the two suppliers. I weighed forty parcels by hand and I wrote each weight on a list. "


def raised(flag: FlagId, text: str) -> bool:
    story = Story(said(text))
    return FLAGS[flag](story, {criterion: detect(story) for criterion, detect in DETECTORS.items()}) is not None


@pytest.mark.parametrize(
    ("flag", "text", "expected"),
    [
        ("blame", VAGUE + "Some drivers just refused to learn the new form. In the end it was a great success.", True),
        ("blame", VAGUE + "It went wrong because the clerks never read the labels. In the end it was a great success.", True),
        ("blame", VAGUE + "The drivers are set in their ways, I should have asked them. It was a great success.", False),
        ("blame", FACTS + "Some drivers didn't want to change the form, so I rode along for two days.", False),
        ("we_voice", VAGUE + "Then everyone agreed that we needed a new process, and it really worked very well.", True),
        ("blame", VAGUE + "It failed because the supplier forgot to send them. Everything was fine in the end.", True),
        ("blame", FACTS + "It failed because the supplier forgot to send them, so I drove there on Friday.", False),
        ("we_voice", VAGUE + "We improved the whole process, and it really worked very well for everybody.", True),
        ("we_voice", FACTS + "Then we agreed on a new form. It came into use on Friday.", False),
        ("generic_learning", FACTS + "It fell from 9 to 3. It worked. It showed me that you must never give up.", True),
        ("generic_learning", FACTS + "It fell from 9 to 3. It worked. I'd weigh the parcels of both suppliers first.", False),
        ("assigned", FACTS + "At the end my manager gave me a present and they gave us cake.", False),
        ("assigned", FACTS + "My manager gave me two weeks for it.", False),
        ("assigned", FACTS + "My manager gave me this task in spring.", True),
        ("assigned", FACTS + "The driver passed the list on to the right department.", False),
        (
            "handed_off",
            "Parcels came back. I said it in a meeting. My team lead passed it on to the yard and they fixed it.",
            True,
        ),
    ],
)
def test_a_red_flag_is_about_what_is_meant(flag: FlagId, text: str, expected: bool) -> None:
    assert raised(flag, text) is expected
