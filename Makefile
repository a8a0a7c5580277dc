# Two commands do everything: `make run` and `make test`. Only Python (3.11 or later) and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := build

.PHONY: run test check unit docs bench eval schema screenshot clean help

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(VENV)/.run: pyproject.toml
	$(PYTHON) scripts/venv.py $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

run: $(VENV)/.run  ## build the graph of the shipped data and its pages into build/
	$(BIN)/policygraph run --own none --into $(OUT)

test: $(VENV)/.dev  ## lint, types, import contracts and every test
	sh scripts/tools.sh
	$(MAKE) --no-print-directory check
	$(MAKE) --no-print-directory unit

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest --numprocesses auto --dist worksteal --cov

bench: $(VENV)/.dev  ## timings, as ratios against a peer in the same run
	$(BIN)/python benchmarks/commands.py
	$(BIN)/python benchmarks/questions.py
	$(BIN)/python benchmarks/audit.py

eval: $(VENV)/.dev  ## score the reader on the annotated corpus, and time it
	$(BIN)/python scripts/eval_reader.py

schema: $(VENV)/.dev  ## write again what is derived from the code: JSON Schemas, help text
	$(BIN)/python scripts/derive.py

screenshot: $(VENV)/.dev  ## take the README's picture again
	$(BIN)/python scripts/screenshot.py

clean:
	rm -rf $(OUT) dist .mypy_cache .ruff_cache .pytest_cache .coverage* .import_linter_cache
