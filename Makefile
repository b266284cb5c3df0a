# make run    sets up and opens the interview page
# make test   sets up and runs every test
# make check  types, lint, format, import rules, content
# make gate   judges a fixed part of the recorded interviews offline: no bound missed by more than known, nothing significantly worse
# make audit  asks the OSV database whether anything in the locks has a known vulnerability (this needs the network)
# make sbom   writes sbom.json: what the page is made of, in CycloneDX's format
# make licences  lists the licences of it
# make replicas  two processes of the page behind nginx, at http://127.0.0.1:8080
# make evals  sets up and measures the offline engine on the recorded interviews for development
# make bench  counts what a turn, a page and a history cost, against evals/benchmark/bounds.yaml

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SOURCES := app.py deploy interviewer evals tests

# One thread for each sum of the offline engine: they are small, and threads that wait for one another cost a busy machine minutes.
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: run test check gate evals bench format lock clean audit sbom licences replicas

run: $(VENV)/run.stamp
	$(BIN)/streamlit run app.py

test: $(VENV)/dev.stamp
	$(BIN)/python -m tests.models.fetch_model
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not ray"
	$(BIN)/python -m pytest -m ray

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/interviewer check

gate: $(VENV)/dev.stamp
	$(BIN)/python -m evals gate

evals: $(VENV)/dev.stamp
	$(BIN)/python -m evals run evals/recorded/development.jsonl --engine local --out runs/development

bench: $(VENV)/dev.stamp
	$(BIN)/python -m evals benchmark --gate --rounds 3

format: $(VENV)/dev.stamp
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

replicas: $(VENV)/run.stamp
	$(BIN)/python deploy/replicas.py

# Strict, because what could not be asked about would pass for safe.
audit: $(VENV)/dev.stamp
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --progress-spinner off --vulnerability-service osv \
		$(if $(OSV_URL),--osv-url $(OSV_URL)) $(foreach lock,$(LOCKS),--requirement $(lock))

sbom: $(VENV)/dev.stamp
	$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --output-file sbom.json $(firstword $(LOCKS))

licences: $(VENV)/dev.stamp
	$(BIN)/python deploy/licences.py

lock: $(VENV)/dev.stamp
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --output-file requirements.txt
	$(BIN)/uv pip compile pyproject.toml $(LOCK) $(SERVER) --constraint requirements.txt --output-file requirements-server.txt
	$(BIN)/uv pip compile pyproject.toml $(LOCK) $(SERVER) --group dev --extra evals --extra ray --constraint requirements-server.txt --output-file requirements-dev.txt

# The server's holds all that the other does; --constraint keeps the versions the same.
LOCKS := $(wildcard requirements-server.txt) requirements.txt
SERVER := --extra postgresql --extra sign-in
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
