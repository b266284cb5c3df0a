"""What a candidate does and reads, in a word each."""

from typing import NamedTuple

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import PageLink

STORY = (
    "In my second week I noticed that nobody read the crash mailbox. Nobody had asked me to, but I sorted 400 mails by "
    "stack trace, reproduced the worst crash on an old phone and moved the basket to disk. Crashes fell from 290 a month to 12."
)


def answer(page: AppTest, text: str) -> AppTest:
    return page.chat_input(key="answer").set_value(text).run()


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def end(page: AppTest) -> AppTest:
    """Ends the interview and passes on rating oneself, where that is asked."""
    page = press(page, "end")
    return press(page, "no_rating") if any(button.key == "no_rating" for button in page.button) else page


def messages(page: AppTest) -> list[str]:
    """The chat so far."""
    return ["\n".join(text.value for text in message.text) for message in page.chat_message]


def headings(page: AppTest) -> list[str]:
    return [heading.value for heading in (*page.title, *page.header, *page.subheader)]


def captions(page: AppTest) -> str:
    return "\n".join(caption.value for caption in page.caption)


def drawn(page: AppTest) -> str:
    """What is drawn as HTML."""
    return "\n".join(element.proto.body for element in page.get("html"))


def interview_of(page: AppTest) -> str:
    """The id in the page's address."""
    found = page.query_params["interview"]
    return found if isinstance(found, str) else found[0]


class Link(NamedTuple):
    label: str
    path: str
    query: str


def links(page: AppTest) -> list[Link]:
    """The links to other modes."""
    shown = [element for element in page.get("page_link") if isinstance(element, PageLink)]
    return [Link(link.label, link.proto.page, link.proto.query_string) for link in shown]
