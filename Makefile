# SoftSeg: what people and CI type. `make` alone lists it.
# It needs git, make and python3. uv is taken from the PATH or fetched, and brings the rest as the lock pins it.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
OWN_UV := build/uv/uv
ifndef UV
UV := $(or $(shell command -v uv),$(OWN_UV))
endif
INSTALL = $(UV) pip install --python $(BIN)/python

LOCK := resources/engine.lock
ENGINE := $(VENV)/engine.stamp
DEV := $(VENV)/dev.stamp

# QGIS brings its own Python; what tests the plugin stands beside it.
QGIS_PYTHON ?= /usr/bin/python3
QGIS_VENV := build/qgis-venv
QGIS := $(QGIS_VENV)/qgis.stamp
CATALOGUES := $(patsubst resources/i18n/%.ts,build/i18n/%.qm,$(wildcard resources/i18n/*.ts))

.PHONY: help setup demo test test-engine test-protocol test-package test-qgis lint lock train bench clean \
	package scan qt6check i18n link qgis

help: ## List what can be made
	@sed -nE 's/^([a-z0-9-]+):.*## (.*)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-14s %s\n", $$1, $$2 }'

# ---------------------------------------------------------------------------------------------------- environment

setup: $(ENGINE) ## Make .venv with the softseg command in it
	@echo "$(BIN)/softseg is ready."

$(OWN_UV): softseg_qgis/engine/fetch_uv.py
	@python3 -c 'import pip' 2>/dev/null || [ -n "$$UV_DEFAULT_INDEX$$UV_INDEX_URL$$PIP_INDEX_URL" ] || [ "$$(id -u)" != 0 ] \
		|| { apt-get update && apt-get install --yes --no-install-recommends python3-pip; }
	python3 $< $(@D)

# `uv venv` takes a Python that is there and downloads one only where none suits; `sync` makes it exactly the lock.
$(ENGINE): $(LOCK) pyproject.toml metadata.txt | $(filter $(OWN_UV),$(UV))
	test -x $(BIN)/python || { rm -rf $(VENV); $(UV) venv --python-preference system --python '>=3.10,<3.15' $(VENV); }
	$(UV) pip sync --compile-bytecode --python $(BIN)/python $(LOCK)
	$(INSTALL) --no-deps --editable .
	touch $@

$(DEV): $(ENGINE)
	$(INSTALL) --group dev --constraint $(LOCK)
	touch $@

$(QGIS): pyproject.toml | .ci/need_qgis $(filter $(OWN_UV),$(UV))
	.ci/need_qgis $(QGIS_PYTHON)
	test -x $(QGIS_VENV)/bin/python || $(UV) venv --python $(QGIS_PYTHON) --system-site-packages $(QGIS_VENV)
	$(UV) pip install --python $(QGIS_VENV)/bin/python --group qgis
	touch $@

# Pins that still fit are kept: delete the lock first to take the newest of everything.
lock: | $(filter $(OWN_UV),$(UV)) ## Remake resources/engine.lock from pyproject.toml, for all platforms
	$(UV) pip compile --universal --python-version 3.10 --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --quiet pyproject.toml --output-file $(LOCK)

# ----------------------------------------------------------------------------------------------------------- demo

# 300 m of Rotterdam at 1 m a pixel, bands blue, green, red and near infrared (SpaceNet 6, CC BY-SA 4.0): fetched, never
# shipped, and without what its package depends on.
DEMO := build/demo
DEMO_RASTER := $(DEMO)/input/rotterdam.tif
DEMO_PIN := solaris==0.4.0 --hash=sha256:09445946221410ebb2ae807580cf7dea9fe3c9aa3bf045947b61a162d2d3a8df
DEMO_MEMBER := solaris/data/preproc_tutorial/ms1.tif

ifndef RASTER
RASTER := $(DEMO_RASTER)
DEMO_OPTIONS := --bands 3,2,1
demo: $(DEMO_RASTER)
endif
CLASSES ?= building; road; tree; grass
export RASTER CLASSES

demo: $(ENGINE) ## Segment a real image; RASTER=my.tif CLASSES="a; b; c" for your own
	mkdir -p $(DEMO)
	$(BIN)/softseg segment "$$RASTER" --classes "$$CLASSES" $(DEMO_OPTIONS) --output $(DEMO)/classes.tif \
		--confidence $(DEMO)/confidence.tif --polygons $(DEMO)/classes.gpkg --quicklook $(DEMO)/quicklook.png

$(DEMO_RASTER): | $(ENGINE)
	echo '$(DEMO_PIN)' | $(INSTALL) --no-deps --require-hashes --link-mode copy --target $(DEMO)/package --requirements -
	mkdir -p $(@D)
	mv $(DEMO)/package/$(DEMO_MEMBER) $@
	rm -rf $(DEMO)/package

# ------------------------------------------------------------------------------------------------ tests and checks

# The engine and the plugin have a Python each, and so a run of pytest each.
test: $(DEV) $(QGIS) $(CATALOGUES) ## Run every test, those in QGIS too
	$(BIN)/python -m pytest
	$(TEST_IN_QGIS)

test-engine test-protocol test-package: test-%: $(DEV)
	$(BIN)/python -m pytest tests/$*

test-package: $(CATALOGUES)

test-qgis: $(ENGINE) $(QGIS) $(CATALOGUES)
	$(TEST_IN_QGIS)

TEST_IN_QGIS = QT_QPA_PLATFORM=offscreen SOFTSEG_PYTHON="$${SOFTSEG_PYTHON:-$(CURDIR)/$(BIN)/python}" \
	$(QGIS_VENV)/bin/python -m pytest -c tests/qgis/pytest.ini tests/qgis

test-engine: ## Run the tests of what reads, computes and writes
test-protocol: ## Run the tests of the worker and its messages
test-package: ## Run the tests of the repository itself
test-qgis: ## Run the tests of the plugin in QGIS

lint: $(DEV) ## Check style, format and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# -------------------------------------------------------------------------------------------------- plugin of QGIS

STAGE := build/stage
PACKAGE = dist/softseg_qgis-$(shell sed -n 's/^version=//p' metadata.txt).zip

package: $(CATALOGUES) ## Pack the plugin: dist/softseg_qgis-VERSION.zip, the same bytes every time
	python3 .ci/package.py zip $(PACKAGE)

build/i18n/%.qm: resources/i18n/%.ts | .ci/need_qgis
	mkdir -p $(@D)
	"$$(.ci/need_qgis lrelease)" -silent $< -qm $@

i18n: $(ENGINE) ## Bring the catalogues of resources/i18n up to date with the words on the screen
	$(BIN)/python .ci/strings.py

# The rules of the plugin repository: all tests of bandit but four, every kind of secret, nothing found.
scan: $(DEV) ## Look for what the plugin repository refuses: unsafe calls, secrets
	python3 .ci/package.py stage $(STAGE)
	$(BIN)/python .ci/scan.py $(STAGE)/softseg_qgis

qt6check: $(ENGINE) $(QGIS) ## Look for what QGIS 4 (Qt 6) no longer has
	$(TEST_IN_QGIS)/plugin/test_qt6.py

PROFILES ?= $(or $(wildcard $(HOME)/.local/share/QGIS/QGIS4/profiles),$(HOME)/.local/share/QGIS/QGIS3/profiles)
PROFILE ?= default

link: $(CATALOGUES) ## Make the checkout a plugin of your own QGIS; PROFILES=folder PROFILE=name for another
	python3 .ci/package.py link build/dev
	mkdir -p "$(PROFILES)/$(PROFILE)/python/plugins"
	ln -sfn "$(CURDIR)/build/dev/softseg_qgis" "$(PROFILES)/$(PROFILE)/python/plugins/softseg_qgis"

ifeq ($(RASTER),$(DEMO_RASTER))
qgis: $(DEMO_RASTER)
endif
qgis: $(ENGINE) $(CATALOGUES) ## Open QGIS with the plugin in a profile of its own; RASTER=my.tif for your own image
	.ci/need_qgis $(QGIS_PYTHON)
	python3 .ci/package.py link build/dev
	SOFTSEG_PYTHON="$(CURDIR)/$(BIN)/python" python3 .ci/open_qgis.py build/dev/softseg_qgis "$$RASTER"

# ---------------------------------------------------------------------------------------------- model and figures

DATA ?= $(wildcard ../shared/data)

train: $(ENGINE) ## Train the starter model again, from DATA=folder
	@test -n "$(DATA)" || { echo "Say where the training data is: make train DATA=folder" >&2; exit 2; }
	$(BIN)/softseg train resources/recipes/starter.toml --data "$(DATA)" --output build/starter
	$(BIN)/softseg train resources/recipes/starter_more.toml --data "$(DATA)" --output resources/models/starter

bench: $(ENGINE) ## Measure speed and memory on this machine
	$(BIN)/softseg bench

clean: ## Remove all that was made: .venv, build and caches
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find core softseg_qgis tests -name __pycache__ -type d -prune -exec rm -rf {} +
