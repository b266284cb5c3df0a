"""What a candidate does and reads, in a word each."""

from streamlit.testing.v1 import AppTest

STORY = (
    "In my second week I noticed that nobody read the crash mailbox. Nobody had asked me to, but I sorted 400 mails by "
    "stack trace, reproduced the worst crash on an old phone and moved the basket to disk. Crashes fell from 290 a month to 12."
)


def answer(page: AppTest, text: str) -> AppTest:
    return page.chat_input(key="answer").set_value(text).run()


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def messages(page: AppTest) -> list[str]:
    """The chat so far."""
    return ["\n".join(text.value for text in message.text) for message in page.chat_message]


def headings(page: AppTest) -> list[str]:
    return [heading.value for heading in (*page.title, *page.header, *page.subheader)]


def captions(page: AppTest) -> str:
    return "\n".join(caption.value for caption in page.caption)


def interview_of(page: AppTest) -> str:
    """The id in the page's address."""
    found = page.query_params["interview"]
    return found if isinstance(found, str) else found[0]
