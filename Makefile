# The two commands of the README are `make demo` and `make test`; `make check` is for whoever changes code.
# Only paths relative to this folder are used, so it works below a path with spaces and Chinese.
PYTHON ?= python3
BIN := .venv/bin
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
PYTHON := python
endif

.PHONY: demo test check format catalogue docs benchmark browser papers spark look package installer windows trust clean formats

demo: .venv/installed
	$(BIN)/python -m jinlin demo demo

test: .venv/tested-with
	$(BIN)/python -m pytest -n auto --dist worksteal

check: .venv/tested-with
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/catalogue.py check
	$(BIN)/python -m pytest -n auto --dist worksteal

format: .venv/tested-with
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

catalogue: .venv/tested-with
	$(BIN)/python scripts/catalogue.py update

docs: .venv/tested-with
	$(BIN)/python scripts/reference.py
	$(BIN)/python scripts/tour.py
	$(BIN)/python scripts/pictures.py

benchmark: .venv/tested-with
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/listing.py
	$(BIN)/python benchmarks/searching.py
	$(BIN)/python benchmarks/split.py
	$(BIN)/python benchmarks/importing.py
	$(BIN)/python benchmarks/questions.py
	$(BIN)/python benchmarks/papers.py
	$(BIN)/python benchmarks/registers.py
	$(BIN)/python benchmarks/projects.py
	$(BIN)/python benchmarks/services.py
	$(BIN)/python benchmarks/rollup.py
	$(BIN)/python benchmarks/keystrokes.py
	$(BIN)/python benchmarks/line.py
	$(BIN)/python benchmarks/shell.py
	$(BIN)/python benchmarks/window_memory.py

# Looks at the public site in a real browser; needs chromium, and fails without it.
browser: .venv/tested-with
	JINLIN_BROWSER=required $(BIN)/python -m pytest -m browser

# Lays every paper out in LibreOffice: pages, forgotten lines, broken figures; needs soffice and pdftotext.
papers: .venv/tested-with
	JINLIN_OFFICE=required $(BIN)/python -m pytest -m office

# Has what we write for others read by vobject, pyxform and hledger; hledger comes from the system.
formats: .venv/tested-with
	$(BIN)/pip install -q "pyxform>=2" "vobject>=0.9.9"
	$(BIN)/python -m pytest -m formats

# Asks Spark the same questions as DuckDB; installs PySpark (434 MB), needs Java.
spark: .venv/tested-with
	$(BIN)/pip install -q "pyspark>=4,<5"
	$(BIN)/python -m pytest -m spark tests/rollup

look: .venv/installed
	$(BIN)/python scripts/look.py look

# The wheel as an index would get it: looked at, and installed into an empty room.
package: .venv/tested-with
	$(BIN)/pip install -q --disable-pip-version-check twine check-wheel-contents
	JINLIN_PACKAGE=required $(BIN)/python -m pytest -m package

# The installer for Windows, built and tried under Wine; needs makensis, wine and a Windows Python:
# make installer WINDOWS_PYTHON=python-3.11.9-embed-amd64.zip SHA256=…   (docs/windows.md)
installer: .venv/tested-with
	$(BIN)/python scripts/installer/build.py "$(WINDOWS_PYTHON)" "$(SHA256)"
	JINLIN_INSTALLER=required $(BIN)/python -m pytest -m installer

# All tests on a Windows played by Wine, in as many runs as it takes; needs wine and a Windows Python:
# make windows WINDOWS_PYTHON=python-3.11.9-embed-amd64.zip SHA256=… [TESTS=tests/store] [AGAIN=failed]
windows: .venv/tested-with
	PYTHONPATH=scripts $(BIN)/python -m windows_suite.run "$(WINDOWS_PYTHON)" "$(SHA256)" $(TESTS) $(if $(AGAIN),--again $(AGAIN))

# Every promise of docs/trust.md with its full count; about an hour on two cores.
trust: .venv/tested-with
	JINLIN_TRUST=1 $(BIN)/python -m pytest -n auto --dist worksteal -p no:cacheprovider tests/trust

clean:
	rm -rf .venv build dist demo look

SOURCES := pyproject.toml hatch_build.py $(shell git ls-files src 2>/dev/null) $(wildcard examples/*)

.venv/bin/python .venv/Scripts/python:
	$(PYTHON) -m venv .venv

# A normal install of the wheel, never an editable one.
.venv/installed: $(SOURCES) | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check .
	touch $@

.venv/tested-with: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check ".[dev]"
	touch $@
