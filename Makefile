# Every target makes what it needs: the environment from the lock, the tables from the seeds.
.DEFAULT_GOAL := help
.PHONY: help figures test lab tables bench check format lock
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
export PYTHONDONTWRITEBYTECODE := 1
CODE := $(shell find notebooks/minerals -name '*.py' -o -name '*.csv')
DATA := $(wildcard seeds/* data/coding/* data/reference/*)
NOTEBOOKS := $(wildcard notebooks/*.ipynb)

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 12

figures: .venv/.figures  ## build the tables, run the notebooks, write the charts to figures/

test: .venv/.tables  ## run every test, nbval over the notebooks included
	$(BIN)/python -m pytest -n 2 --dist loadfile tests
	$(BIN)/python -m pytest -n 2 --dist loadscope --nbval --nbval-cell-timeout 20 notebooks

lab: .venv/.tables  ## open JupyterLab on the notebooks
	cd notebooks && ../$(BIN)/python -m minerals.pages.lab

bench: .venv/.tables .venv/.peers  ## time the notebooks' run against its floor, the finders against other libraries
	$(BIN)/python tests/growth.py
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_finders.py

tables: .venv/.tables  ## build data/tables from the seeds, the coding and the reference facts

check: .venv/.ready  ## lint and formatting
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

format: .venv/.ready
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

lock:  ## compile requirements.txt and requirements-peers.txt, each from its .in
	$(PYTHON) -m venv .venv/lock && .venv/lock/bin/python -m pip install -q uv
	for list in requirements requirements-peers; do \
		.venv/lock/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
			$$list.in -o $$list.txt || exit 1; done

.venv/.ready: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.peers: requirements-peers.txt
	$(PYTHON) -m venv .venv/peers
	.venv/peers/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-peers.txt
	@touch $@

.venv/.tables: .venv/.ready $(CODE) $(DATA)
	cd notebooks && ../$(BIN)/python -m minerals build
	@touch $@

.venv/.figures: .venv/.tables $(NOTEBOOKS)
	cd notebooks && ../$(BIN)/python -m minerals figures
	@touch $@
