"""Who is in front of the page: whoever signed in with a provider named in Streamlit's secrets, else the one local user.

A provider is anyone who speaks OpenID Connect; `[auth]` in `.streamlit/secrets.toml` names it, as Streamlit's manual says.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

import streamlit as st
from streamlit.errors import StreamlitAuthError

from interviewer.database import LOCAL
from interviewer.pages.inert import escaped
from interviewer.settings import BadSetting

SHORTEST_SECRET = 32
"""Characters of the secret that the cookies of those who signed in are signed with: whoever guesses it is anybody."""
_WANTED = "INTERVIEWER_SIGN_IN is set, but no provider to sign in with: there is no [auth] in .streamlit/secrets.toml."
_GUESSABLE = "The cookie_secret in [auth] of .streamlit/secrets.toml is too short: make it 32 random characters or more."
_NAMELESS = "The provider did not say who you are, so you cannot be let in. Its owner checks that it sends `iss` and `sub`."
_UNUSABLE = "Signing in does not work, because [auth] in .streamlit/secrets.toml is not complete, or Authlib is not installed."


class Person(NamedTuple):
    owner: str
    """Whose everything is that is kept; nobody else's reaches it."""
    name: str | None
    """As the provider has it, any text; None for the local user."""


def person(required: bool) -> Person | None:
    """None: somebody has to sign in first. Raises BadSetting when they cannot; `required` when that is not to be done without."""
    providers = _auth()
    if not providers:
        if required:
            raise BadSetting(_WANTED)
        return Person(LOCAL, None)
    if len(str(providers.get("cookie_secret", ""))) < SHORTEST_SECRET:
        raise BadSetting(_GUESSABLE)
    if not st.user.is_logged_in:
        return None
    issuer, subject = st.user.get("iss"), st.user.get("sub")
    if not (issuer and subject and isinstance(issuer, str) and isinstance(subject, str)):
        raise BadSetting(_NAMELESS)
    name = st.user.get("name") or st.user.get("email") or subject
    return Person(owner_of(issuer, subject), str(name))


def owner_of(issuer: str, subject: str) -> str:
    """The same person has the same owner for ever, and no two have the same: `subject` is unique with its issuer alone."""
    return hashlib.sha256(f"{len(issuer)} {issuer}{subject}".encode()).hexdigest()


def show() -> None:
    """The door: a button for each provider."""
    st.title("Mock interview", anchor=False)
    st.write("Sign in first: what you say here is kept for you alone. You find earlier interviews under Progress.")
    auth = _auth()
    named: list[str | None] = [name for name, value in auth.items() if isinstance(value, Mapping) and name != "client_kwargs"]
    for name in named or [None]:
        label = f"Sign in with {name}" if name else "Sign in"
        if st.button(escaped(label), type="primary", icon=":material/login:", key=f"sign in {name}"):
            try:
                st.login(name)
            except StreamlitAuthError:
                # Not shown: what is wrong with the secrets is for whoever runs the page.
                st.error(_UNUSABLE)


def show_whose(whose: Person) -> None:
    """Who is signed in, and the way out; nothing for the local user."""
    if whose.name is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"Signed in as {escaped(whose.name)}", width="content")
        if st.button("Sign out", type="tertiary", icon=":material/logout:", key="sign out"):
            st.logout()


def _auth() -> Mapping[str, Any]:
    """The section `[auth]` of the secrets; empty when there is none."""
    if not st.secrets.load_if_toml_exists():
        return {}
    section: Mapping[str, Any] = st.secrets.get("auth", {})
    return section
