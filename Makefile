# Everything the hub does, each with its own set-up in .venv (Python 3.11 or later; Node is not needed to build).
#   make serve   build, serve on http://localhost:8000, rebuild on every change of data/, docs/ or overrides/
#   make site    build into site/           (SITE_DIR=folder  BASE_URL=https://example.org/hub/)
#   make check   check the data only
#   make test    all tests                  (TESTS="tests/unit -k practice" for some of them; PROCESSES=0 in one process)
#   make format  write scripts and style sheets in their one layout
#   make schemas renew the schemas for editors from the models
#   make ids     add new ids to those that were ever published
#   make texts   renew the list of interface texts that the code asks for, and those of the sample hub of the tests
#   make translations   what lags behind another language   (CONFIRM="place" BY="your name", or EACH=1 BY="your name")
#   make bench   speed and size: ratios and bytes
#   make clean   remove the site (not what others put in its folder), the set-up and what was cached
#   make lock    renew the pinned requirements from requirements*.in

PYTHON ?= python3
SITE_DIR ?= site
BASE_URL ?=
TESTS ?= tests
PROCESSES ?= 2
BIN := .venv/bin
PRETTIER := $(BIN)/node .venv/node_modules/prettier/bin/prettier.cjs --config tests/prettier.json --log-level warn
FORMATTED := "overrides/assets/hub/**/*.{mjs,css}" "tests/node/*.mjs"
export PYTHONDONTWRITEBYTECODE := 1
export CONFIRM BY

.PHONY: serve site check test format texts translations bench lock ids schemas clean
.DEFAULT_GOAL := site

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "The hub needs Python 3.11 or later; $(PYTHON) is `$(PYTHON) --version 2>&1`. Try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/site: requirements.txt .venv/python
	@echo "Setting up (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/test: requirements-test.txt .venv/site
	@echo "Setting up the tests (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

.venv/node: tests/package-lock.json .venv/test
	@cp tests/package.json tests/package-lock.json .venv/ && \
	  PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix .venv ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

serve: .venv/site
	@$(BIN)/python hooks/check.py
	@$(BIN)/python hooks/build.py --serve --base-url http://localhost:8000/

site: .venv/site
	@$(BIN)/python hooks/build.py --site-dir "$(SITE_DIR)" --base-url "$(BASE_URL)"

check: .venv/site
	@$(BIN)/python hooks/check.py

ids: .venv/site
	@$(BIN)/python hooks/check.py --write-ids

schemas: .venv/site
	@$(BIN)/python hooks/check.py --write-schemas

texts: .venv/test
	@$(BIN)/python tests/texts.py

test: .venv/node
	@$(BIN)/python tests/chromium.py
	@$(BIN)/python tests/libreoffice.py
	@$(BIN)/ruff check --quiet hooks tests .ci
	@$(BIN)/mypy --no-error-summary
	@PYTHONPATH=hooks $(BIN)/lint-imports --no-cache --no-logo
	@$(BIN)/node .venv/node_modules/typescript/bin/tsc -p tests/tsconfig.json
	@$(BIN)/node .venv/node_modules/typescript/bin/tsc -p tests/node/tsconfig.json
	@$(PRETTIER) --check $(FORMATTED)
	@$(BIN)/python -m pytest --numprocesses $(PROCESSES) --dist loadscope $(TESTS)

format: .venv/node
	@$(PRETTIER) --write $(FORMATTED)

translations: .venv/site
	@$(BIN)/python hooks/translations.py $(if $(CONFIRM),--confirm "$$CONFIRM") $(if $(EACH),--each) $(if $(BY),--by "$$BY")

bench: .venv/test
	@$(BIN)/python tests/bench.py

lock:
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@for name in requirements requirements-test; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header $$name.in -o $$name.txt; done

clean:
	@$(PYTHON) hooks/clean.py "$(SITE_DIR)"
	rm -rf .venv .cache
