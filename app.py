"""The interview page. Start it with ``streamlit run app.py``."""

import streamlit as st

from interviewer.pages import interview

st.set_page_config(page_title="Mock interviewer", page_icon="💬", layout="centered")
st.navigation([st.Page(interview.show, title="Mock interviewer", default=True)], position="hidden").run()
