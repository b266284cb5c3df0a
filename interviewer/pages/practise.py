"""The Practise mode: one knowledge check at a time, with a hint before the answer and the reasoning after it."""

from secrets import randbelow
from typing import NoReturn

import streamlit as st

from interviewer import quiz
from interviewer.pages import addresses, checks, inert, links, opening, rounds, scrolling
from interviewer.pages.addresses import Address
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.pages.rounds import Choice, Round
from interviewer.quiz import DIFFICULTIES, Item

SEEDS = 2**31
"""Seeds there are."""


def show() -> None:
    opening.show(_show)


def _show(desk: Desk) -> None:
    bank = quiz.items(desk.library.scenarios.values())
    query = st.query_params.to_dict()
    wanted = rounds.choice_at(query, bank)
    seed = rounds.seed_at(query)
    st.title("Practise", anchor=False)
    checks.style()
    if not bank:
        st.info("There are no checks in these scenarios yet.")
    elif seed is None and wanted == Choice():
        _show_form(desk, bank)
    else:
        # A link names what to practise and no seed. It is not added to the address before the first answer: going back would
        # lead to the link again, and never beyond it.
        choice = wanted.widened(bank)
        if choice != wanted:
            st.info("There is no check that fits all of it, so this is the nearest there is.")
        begun = rounds.round_at(query, choice, _seed(choice) if seed is None else seed, bank)
        _show_round(desk, bank, begun)


def _show_form(desk: Desk, bank: tuple[Item, ...]) -> None:
    st.write("Short questions on telling such stories, each with a hint before your answer and the reasoning after it.")
    with st.container(border=True):
        _choose(desk, bank, Choice())


def _choose(desk: Desk, bank: tuple[Item, ...], now: Choice) -> None:
    """The filters, set to `now`, and the button that begins a round with them."""
    packs, names = desk.library.packs, checks.names(desk.library)
    principles = [None, *(name for name in packs if any(item.principle == name for item in bank))]
    principle = st.selectbox(
        "Principle",
        principles,
        principles.index(now.principle),
        format_func=lambda name: packs[name].title if name else "All principles",
        key="practise principle",
    )
    levels = [None, *DIFFICULTIES]
    difficulty = st.radio(
        "Difficulty",
        levels,
        levels.index(now.difficulty),
        format_func=lambda level: level.capitalize() if level else "All",
        horizontal=True,
        key="practise difficulty",
    )
    fitting = quiz.matching(bank, principle, difficulty)
    subjects = [None, *(name for name in names if any(name in item.check.about for item in fitting))]
    about = st.selectbox(
        "About",
        subjects,
        subjects.index(now.about) if now.about in subjects else 0,
        format_func=lambda name: names[name] if name else "Anything",
        key=f"practise about {principle} {difficulty}",
    )
    choice = Choice(principle=principle, difficulty=difficulty, about=about)
    count = len(choice.items(bank))
    st.caption(f"{count} {'check fits' if count == 1 else 'checks fit'}; a round asks {rounds.ROUND_SIZE} at most.")
    if st.button("Start", type="primary", width="stretch", disabled=not count, key="practise start"):
        _go_to(Round(choice=choice, seed=randbelow(SEEDS)))


def _show_round(desk: Desk, bank: tuple[Item, ...], begun: Round) -> None:
    sheet = begun.sheet(bank)
    with st.expander(f"{_heading(desk, begun)} :gray[(change)]", icon=":material/tune:"):
        _choose(desk, bank, begun.choice)
    # What was drawn at another step must not be seen below this one while the page is drawn anew.
    step = f"practise {begun.seed} {begun.skip} {begun.at} {begun.step(sheet)}"
    with st.container(key=step):
        if begun.step(sheet) == "done":
            _show_end(desk, bank, begun, sheet)
        else:
            _show_item(desk, begun, sheet)
    scrolling.to_top(step)


def _heading(desk: Desk, begun: Round) -> str:
    choice = begun.choice
    about = checks.names(desk.library)[choice.about] if choice.about else None
    principle = desk.library.packs[choice.principle].title if choice.principle else "All principles"
    parts = (principle, choice.difficulty, about and f"about {about}", "only those missed" if begun.only else None)
    return escaped(" · ".join(part for part in parts if part))


def _show_item(desk: Desk, begun: Round, sheet: tuple[Item, ...]) -> None:
    item = sheet[begun.at - 1]
    st.progress((begun.at - 1) / len(sheet), text=f"{begun.at} of {len(sheet)} · {item.check.difficulty}")
    if begun.step(sheet) == "asking":
        _ask(begun, item)
        with st.expander("Hint", icon=":material/lightbulb:"):
            inert.words(item.check.hint)
        checks.story(item, desk.library)
    else:
        _answer(desk, begun, sheet)


def _ask(begun: Round, item: Item) -> None:
    with st.form(f"check {begun.seed} {item.id}", border=False):
        letter = checks.put(item, key=f"{begun.seed} {item.id}")
        pressed = st.form_submit_button("Check", type="primary", key="check")
    if pressed and letter:
        _go_to(begun.answered(letter))
    elif pressed:
        st.info("Choose an option first.", icon=":material/info:")


def _answer(desk: Desk, begun: Round, sheet: tuple[Item, ...]) -> None:
    checks.question(sheet[begun.at - 1])
    item, chosen = sheet[begun.at - 1], begun.answers[begun.at - 1]
    if chosen == item.check.answer:
        st.success("Right.", icon=":material/check_circle:")
    else:
        st.error(f"Not right. The answer is {item.check.answer}.", icon=":material/cancel:")
    checks.explain(item, chosen)
    about = item.check.about[0]
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        last = begun.at == len(sheet)
        if st.button("See the score" if last else "Next", type="primary", key="next"):
            _go_to(begun.onward())
        learn = addresses.learn(item.principle, desk.library.scenarios[item.scenario], about)
        links.link(learn, f"Learn about {escaped(checks.names(desk.library)[about])}")


def _show_end(desk: Desk, bank: tuple[Item, ...], begun: Round, sheet: tuple[Item, ...]) -> None:
    score = quiz.score(sheet, begun.chosen(sheet))
    st.header(f"{score.right} of {score.of} right", anchor=False)
    more = len(begun.deal(bank)) - begun.skip - len(sheet)
    with st.container(horizontal=True):
        if score.missed and st.button("Again, only the missed ones", type="primary", key="again"):
            _go_to(begun.again(score.missed, randbelow(SEEDS)))
        if more > 0 and st.button(f"Go on with {min(more, rounds.ROUND_SIZE)} more", key="more"):
            _go_to(begun.following())
        if st.button("A new round", key="new round"):
            _go_to(Round(choice=begun.choice, seed=randbelow(SEEDS)))
    checks.show_revision(score, sheet, desk.library, here="practise")
    if score.missed:
        _show_missed(begun, sheet)
    else:
        st.write("Nothing missed. Try it against the clock, or tell a story of your own.")
        with st.container(horizontal=True, gap="medium"):
            links.link(Address("test", {}), "Take a test")
            links.link(Address("interview", {}), "Be interviewed")


def _show_missed(begun: Round, sheet: tuple[Item, ...]) -> None:
    st.header("What was missed", anchor=False)
    answers = begun.chosen(sheet)
    for item in sheet:
        if not quiz.is_right(item, answers):
            with st.expander(escaped(item.check.question), icon=":material/cancel:"):
                checks.explain(item, answers.get(item.id))


def _seed(choice: Choice) -> int:
    """The seed of this window for a link to `choice`."""
    seed: int = st.session_state.setdefault(f"practise seed {choice}", randbelow(SEEDS))
    return seed


def _go_to(round: Round) -> NoReturn:
    st.query_params.from_dict(rounds.address(round))
    st.rerun()
