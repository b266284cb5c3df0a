"""For people who write prompts and scenarios: what the evaluation runs found."""

from pathlib import Path

import streamlit as st

from interviewer import settings
from interviewer.pages import sign_in
from interviewer.pages.inert import escaped, words
from interviewer.runs import Measure, Run, Suite, runs
from interviewer.settings import BadSetting

WORST = 20
"""Remarks shown of each suite; the report has them all."""
HOW = "python -m evals run evals/recorded/development.jsonl --out runs/before"


def show() -> None:
    try:
        chosen = settings.read()
        whose = sign_in.person(chosen.sign_in)
    except BadSetting as error:
        st.error(escaped(str(error)))
        return
    if whose is None:
        sign_in.show()
    else:
        _show(chosen.runs)


def _show(folder: Path) -> None:
    st.title("Evaluation runs")
    found = runs(folder)
    if not found:
        st.markdown(f"There is no run in `{escaped(str(folder))}` yet. This makes one:")
        st.code(HOW, language=None, wrap_lines=True)
        return
    chosen = st.selectbox("Run", found, format_func=_title)
    if chosen:
        _show_run(chosen)


def _title(run: Run) -> str:
    return f"{run.path.name} ({run.made.model or 'the offline engine'})"


def _show_run(run: Run) -> None:
    st.caption(escaped(f"Judged {', '.join(run.made.datasets) or 'nothing'} with {run.made.model or 'the offline engine'}."))
    if run.report:
        st.download_button("The whole report", run.report.read_bytes(), f"{run.path.name}.html", "text/html", on_click="ignore")
    for name, suite in run.suites.items():
        st.header(escaped(name.replace("_", " ").capitalize()))
        _show_suite(suite)


def _show_suite(suite: Suite) -> None:
    if suite.unscored:
        st.caption(f"{suite.unscored} trials could not be assessed; they count in no figure.")
    bounded = [measure for measure in suite.metrics if measure.name in suite.bounds]
    st.dataframe([_row(measure, suite) for measure in bounded or suite.metrics], hide_index=True)
    worst = sorted(suite.remarks, key=lambda remark: -remark.weight)[:WORST]
    if worst:
        with st.expander(f"Worth looking at ({len(suite.remarks)})", icon=":material/search:"):
            for remark in worst:
                st.markdown(f"**{escaped(remark.trial)}**")
                words(remark.what)


def _row(measure: Measure, suite: Suite) -> dict[str, object]:
    bound = suite.bounds.get(measure.name)
    held = None if bound is None or measure.value is None else "holds" if bound.holds(measure.value) else "does not hold"
    between = "" if measure.low is None or measure.high is None else f"{measure.low:.2f} to {measure.high:.2f}"
    return {
        "measure": measure.name.replace("_", " "),
        "value": measure.value,
        "95 % interval": between,
        "n": measure.n,
        "has to be": str(bound) if bound else "",
        "result": held or "",
    }
