"""Short replies, read together with the question they answer."""

import pytest

from interviewer.engines.local import LocalEngine
from interviewer.library import bundled, load
from interviewer.rubric import RATINGS, CriterionId, Rating
from interviewer.transcript import Transcript, Turn

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
ENGINE = LocalEngine(LIBRARY)
BRIEF = LIBRARY.brief("ownership", "sde2")
STORY = (
    "I work at the front desk of a vet clinic. Reminder texts went out with wrong times and people came on the wrong day. I "
    "compared thirty reminders with the diary and found that everything after midnight was shifted. I changed the "
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


MAILS = (
    "I work as a developer for an online pharmacy. Customers got their order mails twice, and the support team had to answer "
    "about forty of them a day. I read the logs of the mail service and found that a retry sent the mail again."
)
NO_STORY = "Okay, so this was at my last job, there was this problem."


def rating_after(opening: str, criterion: CriterionId, reply: str) -> Rating:
    turns = (
        Turn(number=1, question="Tell me about a time.", text=opening),
        Turn(number=2, question="And this?", probe="probe", targets=(criterion,), text=reply),
    )
    return ENGINE.review(BRIEF, Transcript(turns=turns)).ratings[criterion]


@pytest.mark.parametrize(
    ("criterion", "reply"),
    [
        (
            "ownership",
            (
                "It was in the support chat, I read it by accident. My team has nothing to do with mails, but I could not stop "
                "thinking about it, so I opened the code in the evening."
            ),
        ),
        (
            "role",
            "The retry was mine. The mail provider had their own part and I could not change that, I only opened a ticket.",
        ),
        (
            "depth",
            (
                "I took one customer with two mails and followed his order through the logs, and I saw that the second mail came "
                "exactly when the first one timed out."
            ),
        ),
        (
            "trade_off",
            (
                "We thought about a new provider. But the contract was running until summer and the migration would take too "
                "long for such a small thing."
            ),
        ),
        (
            "metric",
            "I made a query for double mails. There were around three hundred a week, and since the deploy it shows zero.",
        ),
        (
            "impact",
            (
                "For the customers, they don't get confused any more if they ordered twice. Some of them had sent the second "
                "package back."
            ),
        ),
        ("lasting_effect", "The key is now in our shared library, and the billing team uses it for invoices as well."),
        (
            "learning",
            (
                "I would talk to support much earlier. They knew for months that it was always the slow orders, and I spent two "
                "weeks to find this in the logs."
            ),
        ),
        (
            "systemic_insight",
            "The retry was written by one team and the mail by another, and in the review each team looks only at its own part.",
        ),
        (
            "stakes",
            (
                "The support team spent half of the day with it and could not answer people who really had a problem with their "
                "medicine."
            ),
        ),
    ],
)
def test_a_plain_reply_that_says_it_closes_its_question(criterion: CriterionId, reply: str) -> None:
    assert rating_after(NO_STORY, criterion, reply) == "yes"


@pytest.mark.parametrize(
    ("criterion", "reply"),
    [
        (
            "ownership",
            (
                "My team lead thought it would be a nice topic for me because I had finished my other tickets, and so I started "
                "to look at it the next day."
            ),
        ),
        (
            "role",
            (
                "We worked together on it very closely. Everyone contributed with their strengths, and I would say I had a "
                "leading role in many of the discussions."
            ),
        ),
        (
            "first_person",
            (
                "I took care of the problem, coordinated with all the teams involved, made sure that we found a good solution "
                "and drove it until the end."
            ),
        ),
        (
            "depth",
            (
                "I looked at it from many sides and after some time it was clear where the problem had to be. With experience "
                "you develop an eye for that."
            ),
        ),
        (
            "trade_off",
            "For me the solution was clear, it was the cleanest way to do it, so there was no real need to look at others.",
        ),
        (
            "follow_through",
            (
                "It was merged and deployed by the release team, and I think it is running since then without any problems. I "
                "started with a new project."
            ),
        ),
        ("metric", "It was a big improvement, the support team was really happy and there were hardly any complaints, I think."),
        (
            "impact",
            "The customers were happier and it was a good thing for the company's image because nobody likes to receive spam.",
        ),
        (
            "lasting_effect",
            "I documented it in the wiki and told the team, so everybody knows how to do it when it comes up again.",
        ),
        (
            "learning",
            "That you should always test everything properly before you go live, and be even more careful from the start.",
        ),
        (
            "systemic_insight",
            "The supplier had built it badly and management only looked at the numbers, so nobody up there cared about the rest.",
        ),
        (
            "stakes",
            "It was quite annoying for everyone and it did not look professional at all, so it was bad for our reputation.",
        ),
    ],
)
def test_a_reply_that_goes_past_its_question_does_not_close_it(criterion: CriterionId, reply: str) -> None:
    assert rating_after(NO_STORY, criterion, reply) != "yes"


def test_facts_of_something_else_do_not_close_a_question() -> None:
    elsewhere = (
        "On the Monday I sat next to the oldest driver for two tours. He showed me eleven doors without a bell, and at the "
        "third one he said, this is where it starts. That evening I marked them on the map and two colleagues added nine."
    )
    assert rating_after(NO_STORY, "depth", elsewhere) == "yes"
    others: tuple[CriterionId, ...] = ("metric", "lasting_effect", "learning", "systemic_insight")
    assert {c for c in others if rating_after(NO_STORY, c, elsewhere) == "yes"} == set()


def test_a_no_that_is_followed_by_facts_is_only_an_opening_phrase() -> None:
    told = (
        "Not much at first. In March I rang the nine wards one by one, and on six of them a nurse told me that she threw it away."
    )
    assert rating_after(NO_STORY, "depth", told) == "yes"
    assert rating_after(MAILS, "trade_off", "There wasn't time for anything else.") == "no"


def test_saying_it_again_raises_nothing() -> None:
    before = ENGINE.review(BRIEF, Transcript(turns=(Turn(number=1, question="Tell me about a time.", text=STORY),)))
    again = rating("learning", f"As I said. {STORY.partition('. ')[2]}")
    assert RATINGS.index(again) <= RATINGS.index(before.ratings["learning"])


@pytest.mark.parametrize(
    "reply",
    [
        "There wasn't one in particular. It's more that people lose trust in the tools when something like that happens often.",
        "No specific stakes. It's just that people are annoyed when something like that happens over and over again.",
    ],
)
def test_what_is_no_evidence_still_says_that_there_was_none(reply: str) -> None:
    """The first sentence is in the rubric's own words and counts for nothing, but it is the answer."""
    assert rating_after(NO_STORY, "stakes", reply) == "no"


def test_a_lesson_that_answers_the_question_for_it_is_not_taken_for_a_general_one() -> None:
    reply = (
        "About the oldest of the drivers, first of all. I'd had him down as someone who never wants to change anything. I took "
        "him for stubborn until he told me that he had driven the night round for nine years. Since then I ask people about "
        "their rota before I write it, and not only about their wishes."
    )
    assert rating_after(NO_STORY, "learning", reply) == "yes"
