"""The pages and the navigation between them: the script that Streamlit runs for everybody who opens one."""

import streamlit as st

from interviewer import logs
from interviewer.pages import authors, interview, learn, loop, practise, progress, timed
from interviewer.pages.links import page

logs.keep_quiet()
st.set_page_config(page_title="Mock interviewer", page_icon="💬", layout="centered")
modes = [
    page("interview", interview.show),
    page("learn", learn.show),
    page("practise", practise.show),
    page("test", timed.show),
    page("loop", loop.show),
    page("progress", progress.show),
    st.Page(authors.show, title="Evaluation runs", url_path="authors", visibility="hidden"),
]
st.navigation(modes, position="top").run()
