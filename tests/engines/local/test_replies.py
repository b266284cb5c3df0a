"""Short replies, read together with the question they answer."""

import pytest

from interviewer.engines.local import LocalEngine
from interviewer.library import bundled, load
from interviewer.rubric import CriterionId, Rating
from interviewer.transcript import Transcript, Turn

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
ENGINE = LocalEngine(LIBRARY)
BRIEF = LIBRARY.brief("ownership", "sde2")
STORY = (
    "I work at the front desk of a vet clinic. Reminder texts went out with wrong times and people came on the wrong day. I "
    "compared thirty reminders with the diary and found that everything after midnight was shifted by an hour. I changed the "
    "template and rang the firm."
)


def rating(criterion: CriterionId, reply: str) -> Rating:
    """The criterion's rating after a question about it was answered by `reply`."""
    turns = (
        Turn(number=1, question="Tell me about a time.", text=STORY),
        Turn(number=2, question="And this?", probe="probe", targets=(criterion,), text=reply),
    )
    return ENGINE.review(BRIEF, Transcript(turns=turns)).ratings[criterion]


@pytest.mark.parametrize(
    ("criterion", "reply", "expected"),
    [
        ("metric", "Twelve a week before, none after the update.", "yes"),
        ("metric", "I counted the calls in May and again in June, 84 and 31.", "yes"),
        ("metric", "We used to get about ten calls every morning and these days we get maybe one.", "yes"),
        ("metric", "In the month before it was 23 missed appointments. In the month after, 6.", "yes"),
        ("metric", "The queue at eight o'clock is gone, it used to be fifteen people.", "yes"),
        ("metric", "The phone was much quieter.", "partly"),
        ("metric", "I don't know, nobody measured it.", "no"),
        ("metric", "It went really well.", "no"),
        ("systemic_insight", "Everyone could see only their half and nobody compared the two.", "yes"),
        (
            "systemic_insight",
            "We paid the firm per message and never for a correct one, so there was no reason for them to look.",
            "yes",
        ),
        ("systemic_insight", "The firm tested only during office hours and nobody at our end ever looked at it.", "yes"),
        ("systemic_insight", "New staff learn the diary from whoever sits next to them.", "yes"),
        ("systemic_insight", "I have no idea.", "no"),
        ("ownership", "No one, I simply started.", "yes"),
        ("ownership", "Nobody had it on their list.", "partly"),
        ("ownership", "My idea. I brought it up and said I would look after it.", "yes"),
        ("ownership", "I put myself forward for it.", "yes"),
        ("ownership", "It was up to me, I run the desk, so I chose to do it.", "yes"),
        ("ownership", "My manager told me to.", "no"),
        ("learning", "I would not ring all forty owners myself again.", "yes"),
        ("learning", "That I should look at what the owners see.", "yes"),
        ("learning", "Nothing really.", "no"),
        ("impact", "It meant that surgery could start on time, and the vets got their lunch break back.", "yes"),
        ("impact", "About 900 pounds a month in appointments that were no longer missed.", "yes"),
        ("impact", "No animal had to go without food twice.", "yes"),
        ("impact", "I don't know.", "no"),
        ("lasting_effect", "There's a sheet by the phone now, and the night desk fills it in.", "yes"),
        ("lasting_effect", "The firm put my test into their own checks for every clinic.", "yes"),
        ("lasting_effect", "It stuck. The other branch does it like that too.", "yes"),
        ("lasting_effect", "Not that I know of.", "no"),
        ("depth", "I asked each caller to read me the text. They all had the same thing, the hour was wrong.", "yes"),
        ("trade_off", "I could have just told people on the phone, but that would not fix it.", "yes"),
        ("follow_through", "I rang the firm every Friday until it was in, and checked the texts for two weeks after.", "yes"),
        ("role", "The template was mine, the firm did the clock.", "yes"),
        ("stakes", "A dog with diabetes missed its insulin check because the owner came a day late.", "yes"),
        ("lasting_effect", "People are much more aware of it now, I think.", "no"),
        ("lasting_effect", "I'd say that everybody comes to me first now.", "no"),
    ],
)
def test_a_reply_is_the_other_half_of_its_question(criterion: CriterionId, reply: str, expected: Rating) -> None:
    assert rating(criterion, reply) == expected


def test_the_same_words_are_worth_less_where_they_answer_nothing() -> None:
    assert rating("metric", "Twelve a week before, none after the update.") == "yes"
    assert rating("learning", "Twelve a week before, none after the update.") != "yes"
