# make run    sets up and opens the interview page
# make test   sets up and runs every test
# make check  types, lint, format, import rules, content
# make evals  sets up and measures the offline engine on the recorded interviews for development

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SOURCES := app.py interviewer evals tests

# One thread for each sum of the offline engine: they are small, and threads that wait for one another cost a busy machine minutes.
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: run test check evals format lock clean

run: $(VENV)/run.stamp
	$(BIN)/streamlit run app.py

test: $(VENV)/dev.stamp
	$(BIN)/python -m tests.models.fetch_model
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/interviewer check

evals: $(VENV)/dev.stamp
	$(BIN)/python -m evals run evals/recorded/development.jsonl --engine local --out runs/development

format: $(VENV)/dev.stamp
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

lock: $(VENV)/dev.stamp
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --output-file requirements.txt
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --group dev --extra evals --constraint requirements.txt --output-file requirements-dev.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --custom-compile-command "make lock"

clean:
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/python.stamp:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run.stamp: $(VENV)/python.stamp requirements.txt pyproject.toml
	@echo "Installing what the interview page needs (once, about a minute) ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.txt
	@echo "Installing what the tests need (once) ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	touch $@
