# Trois commandes suffisent : « make demo » fabrique l'édition d'exemple, « make test » passe les essais,
# « make kokoro » dit l'édition avec une voix naturelle.
# Chacune prépare elle-même son environnement Python dans .venv/ (Python 3.11 ou plus récent, rien d'autre).
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin

# PYTHONWARNINGS: setuptools warns at length of what an editable installation is.
.PHONY: demo kokoro test check clean

demo: $(VENV)/.installed
	$(BIN)/editions build articles/bocage

kokoro: $(VENV)/.installed-kokoro
	$(BIN)/editions build articles/bocage --voice kokoro --output output/kokoro

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --editable .
	@$(BIN)/python -m compileall -q editions  # the first command starts as fast as the next ones
	@touch $@

$(VENV)/.installed-kokoro: $(VENV)/.installed
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --editable '.[kokoro]'
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

clean:
	rm -rf $(VENV) build dist output
