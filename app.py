"""The pages and the navigation between them. Start it with ``streamlit run app.py``."""

import streamlit as st

from interviewer.pages import interview, learn, practise, timed
from interviewer.pages.links import page

st.set_page_config(page_title="Mock interviewer", page_icon="💬", layout="centered")
modes = [
    page("interview", interview.show),
    page("learn", learn.show),
    page("practise", practise.show),
    page("test", timed.show),
]
st.navigation(modes, position="top").run()
