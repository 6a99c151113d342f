# The two commands of the README: `make book` and `make test`. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
MODULES := $(wildcard src/*/*.py src/*/*/*.py src/*/*/*/*.py src/*/*/*/*/*.py)

.PHONY: book test browser audit bench check serve lint lock clean

book: $(READY)
	$(BIN)/monitor build $(or $(YEAR),--all)

serve: $(READY)
	$(BIN)/monitor serve $(YEAR)

check: $(READY)
	$(BIN)/monitor check $(YEAR)

# The tests of a file stay together: they share what takes long to make.
test: $(READY) lint
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile

# Needs Chromium, and Java with the Nu checker; a test that lacks one says so and is skipped.
browser: $(READY)
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile tests/browser tests/book/test_valid_html.py

# What takes long: attackers, kills, hostile builds, full disks.
audit: $(READY)
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile -m audit

# Ratios within one run; times differ between machines.
bench: $(READY)
	$(BIN)/python benchmarks/estimates.py
	$(BIN)/python benchmarks/check.py
	$(BIN)/python benchmarks/book.py
	$(BIN)/python benchmarks/studies.py
	$(BIN)/python benchmarks/overlap.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m numpydoc lint $(MODULES)
	$(BIN)/mypy

# Exactly the locked versions, each file held against its hash, and nothing that the lock does not
# name; then the project itself, editable.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 of nieuwer is nodig; geef het aan met: make PYTHON=python3.12")'
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

# Needs uv; run after a change of the dependencies in pyproject.toml.
lock:
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --no-header --no-strip-extras -o requirements.lock

clean:
	rm -rf _build
