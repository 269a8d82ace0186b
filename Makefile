# Everything a fresh Linux machine with Python 3.11 or newer needs: `make demo`, `make test`.

SHELL := /bin/bash
.DEFAULT_GOAL := help
UV_VERSION := 0.13.9

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# The first Python that is new enough; `make PYTHON=/path/to/python test` overrides it.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$each" -c '$(NEW_ENOUGH)' 2>/dev/null && command -v "$$each" && break; done)

# A uv on the PATH is used; otherwise pip brings one into the environment.
UV := $(shell command -v uv || echo $(BIN)/uv)
# Someone else's active environment must not receive what is meant for ours.
unexport VIRTUAL_ENV CONDA_PREFIX PYTHONPATH PYTHONHOME
# The tests start the program hundreds of times: it need not be compiled each time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test trust bench verifier openapi handbook page pictures format requirements clean

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

demo: $(READY) ## Start the service with a made-up programme
	$(BIN)/ayumi demo

test: $(READY) ## Check style, types, floors and promises
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

trust: $(READY) ## Play 1,000 random sequences on every kind of stream; kill a projector 200 times
	$(BIN)/python -m tests.domain.sequences
	AYUMI_TEST_KILLS=200 $(BIN)/python -m pytest tests/infrastructure/test_killed.py

bench: $(READY) ## Measure what the design must reach
	$(BIN)/python -m tests.benchmarks

verifier: $(READY) ## Build ayumi-verify to be given away: build/ayumi-verify.pyz
	rm -rf build/verifier && mkdir -p build/verifier
	cp -r interfaces/verifier build/verifier/ayumi_verify
	rm -rf build/verifier/ayumi_verify/__pycache__ build/verifier/ayumi_verify/pyproject.toml
	$(BIN)/python -m zipapp build/verifier --main ayumi_verify.__main__:main \
		--python "/usr/bin/env python3" --output build/ayumi-verify.pyz

openapi: $(READY) ## Write docs/openapi.json anew
	$(BIN)/python -m interfaces.http.openapi

handbook: $(READY) ## Write docs/tasks.md and docs/rules.md anew
	$(BIN)/python -m interfaces.tasks_page
	$(BIN)/python -m interfaces.rules_page

page: $(READY) ## Put verify.html together from its parts anew
	$(BIN)/python -m interfaces.verifier.page

pictures: $(READY) ## Take the pictures of docs/evaluator.md anew, with the Chromium of the machine
	$(BIN)/python -m tests.browser.pictures

format: $(READY) ## Put the code into its standard shape
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

# No lock file stays behind, and no address of an index goes in: it installs from any mirror.
requirements: $(BIN)/python ## Resolve pyproject.toml into requirements.txt
	@[ -x "$(UV)" ] || $(BIN)/python -m pip install --quiet "uv==$(UV_VERSION)"
	rm -f uv.lock
	$(UV) export --quiet --no-emit-project --no-header --no-annotate \
		--format requirements-txt --output-file requirements.txt >/dev/null
	rm -f uv.lock
	@! grep -n '://' requirements.txt

clean: ## Remove what the other targets made
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@[ -n "$(PYTHON)" ] && "$(PYTHON)" -c '$(NEW_ENOUGH)' || { \
		echo "Ayumi needs Python 3.11 or newer; found: $$($(or $(PYTHON),python3) --version 2>&1)." \
			"Name one with: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); \
		[ -x "$(UV)" ] && "$(UV)" venv --quiet --python "$(PYTHON)" $(VENV); }

# uv does not read pip's settings: where a mirror is set up for pip alone, pip does the work.
$(READY): $(BIN)/python requirements.txt pyproject.toml Makefile
	@[ -x "$(UV)" ] || $(BIN)/python -m pip install --quiet "uv==$(UV_VERSION)" || true
	"$(UV)" pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt \
		|| $(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	"$(UV)" pip install --quiet --python $(BIN)/python --no-deps --editable . \
		|| $(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@
