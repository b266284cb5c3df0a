"""Moments as the candidate's own clock and calendar have them."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def local(moment: datetime) -> datetime:
    """`moment` by the clock of whoever looks at the page, if their browser tells it."""
    try:
        return moment.astimezone(ZoneInfo(st.context.timezone or "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        return moment


def day(moment: datetime) -> str:
    """For example ``3 November 2026``."""
    here = local(moment)
    return f"{here.day} {here:%B %Y}"


def minute(moment: datetime) -> str:
    """For example ``3 November 2026, 19:30``."""
    return f"{day(moment)}, {local(moment):%H:%M}"
