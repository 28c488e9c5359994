# One command each; the same ones in CI. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := html
.PHONY: help html serve check check-changes docs test lint publish bench translations lock clean

ENV := .venv
BIN := $(ENV)/bin
READY := $(ENV)/ready
TOOLS := tests/site/tools
TOOLS_READY := $(TOOLS)/node_modules/.package-lock.json

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(READY): requirements.txt pyproject.toml
	python3 -m venv --clear $(ENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Without npm, or without its packages, the tests that need them say that they were skipped; in .ci/run, they fail.
$(TOOLS_READY): $(TOOLS)/package-lock.json
	-! command -v npm >/dev/null || npm ci --prefix $(TOOLS)

html: $(READY) ## build the site into output/, drafts included
	$(BIN)/pelican content --settings pelicanconf.py --fatal errors

serve: $(READY) ## build again at each change, and serve at http://127.0.0.1:8000
	$(BIN)/pelican content --settings pelicanconf.py --autoreload --listen --extra-settings SERVING=true

check: $(READY) ## every problem of the content at once
	$(BIN)/contrelatraite check

check-changes: export BASE ?= HEAD
check-changes: $(READY) ## the entries changed since BASE (a commit), for the forge and before a commit
	$(BIN)/contrelatraite check --changed-since "$$BASE" --format "$${FORMAT:-text}"

docs: $(READY) ## write CONTRIBUTING's tables, the editors' schemas, the form and the code owners from the schemas
	$(BIN)/contrelatraite docs

test: $(READY) $(TOOLS_READY) lint ## all tests
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

publish: $(READY) ## build the public site into output/, as of now, once its pages are inspected
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(date +%s)} $(BIN)/pelican content --settings publishconf.py --fatal errors

bench: $(READY) ## measure
	$(BIN)/python -m tests.bench

translations: $(READY) ## bring the catalogues up to date with the words in the code and the theme
	$(BIN)/pybabel --quiet extract --mapping-file translations/babel.cfg --keywords _in:1c,2 --no-location --sort-output --omit-header --output-file translations/messages.pot .
	$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 110 --input-file translations/messages.pot --output-dir translations

lock: $(READY) ## lock the newest dependencies that pyproject.toml allows
	$(BIN)/pip-compile --quiet --upgrade --strip-extras --extra dev --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --output-file requirements.txt pyproject.toml

clean: ## remove what was built and installed
	rm -rf $(ENV) $(TOOLS)/node_modules output .output-next .output-former
