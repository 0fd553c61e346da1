# make venv | demo | test | test-all | lint
# A repeated call is quick: .venv is made again only when pyproject.toml or constraints.txt changes.

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
WORKERS ?= 2

# The first of these that runs and is new enough; PYTHON=... on the command line wins.
CANDIDATES := python3.11 python3.12 python3.13 python3
PYTHON ?= $(firstword $(foreach p,$(CANDIDATES),$(shell \
    $(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))

.PHONY: venv demo test test-all lint

venv: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || \
	    { echo "No Python 3.11 or newer was found; install one or call make PYTHON=/path/to/it." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile \
	    -c constraints.txt -e '.[dev]'
	touch $@

demo: $(STAMP)
	$(BIN)/gossamer demo --board icebreaker --out build/demo

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest -n $(WORKERS) -m "not slow"

test-all: lint
	$(BIN)/pytest -n $(WORKERS)
