"""The modes as Streamlit knows them, and links between them."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Literal, NamedTuple
from urllib.parse import urlencode

import streamlit as st

from interviewer.pages.addresses import Address, Mode


class Sign(NamedTuple):
    """How a mode is announced."""

    title: str
    icon: str
    purpose: str
    """One line for somebody who has to choose."""


SIGNS: Mapping[Mode, Sign] = {
    "interview": Sign("Interview", ":material/forum:", "Tell your story, answer follow-ups, read the verdict."),
    "learn": Sign("Learn", ":material/menu_book:", "Example answers taken apart, the good and the bad."),
    "practise": Sign("Practise", ":material/exercise:", "Short questions with hints and reasons."),
    "test": Sign("Test", ":material/timer:", "Ten questions against the clock."),
    "loop": Sign("Loop", ":material/groups:", "Several interviewers, one decision."),
    "progress": Sign("Progress", ":material/monitoring:", "How it went, your stories."),
}


def page(mode: Mode, run: Callable[[], None]) -> st.Page:
    sign = SIGNS[mode]
    return st.Page(run, title=sign.title, icon=sign.icon, url_path=mode, default=mode == "interview")


def link(address: Address, label: str, width: int | Literal["content"] = "content") -> None:
    """A link with the sign of its mode that shows `label`, which is Markdown; `width` in pixels."""
    # Streamlit finds the page by its path alone, so a mode can be linked to without importing what draws it.
    target = page(address.mode, _drawn_elsewhere)
    st.page_link(target, label=label, query_params=dict(address.query) or None, width=width)


def anew(address: Address, label: str) -> None:
    """A link, its label plain text, within the mode that is shown: it loads the page anew.

    Streamlit's own link would leave the old address in the browser there, and the reader where they were on the page.
    """
    href = f"?{urlencode(address.query)}"
    st.html(f'<a href="{escape(href)}" style="color: inherit; font-weight: 600">{escape(label)}</a>')


def _drawn_elsewhere() -> None:
    raise NotImplementedError
