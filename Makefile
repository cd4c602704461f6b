# Fondaco: how it is built, tested, measured and started. `make help` lists what there is.

SWIFT ?= swift
HOST ?= 127.0.0.1
PORT ?= 8080
DATA ?= fondaco-data
SEEDS ?= 1000

VENV := .cache/venv
PYTHON := $(VENV)/bin/python
DEBUG_BINARY := .build/debug/fondaco
RELEASE_BINARY := .build/release/fondaco
SWIFT_SOURCES := Sources Tests Package.swift
# One set of flags for every debug build, so that `lint` and `test` share what they have built.
DEBUG_FLAGS := --build-tests --explicit-target-dependency-import-check error

.DEFAULT_GOAL := help
.PHONY: help run demo test unit acceptance simulate bench boundaries lint lint-style format clean setup-build setup-test setup-bench setup-boundaries

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  Settings: HOST=$(HOST) PORT=$(PORT) DATA=$(DATA) (for make run), SEEDS=$(SEEDS) FIRST=seed (for make simulate)"

run: setup-build ## Build in release mode and start the server on 127.0.0.1:8080.
	$(SWIFT) build -c release --product fondaco
	exec $(RELEASE_BINARY) serve --host $(HOST) --port $(PORT) --data $(DATA)

demo: setup-build ## Run a seeded trading day on the exchange, then serve register and exchange.
	$(SWIFT) build -c release --product fondaco
	[ -d $(DATA)-demo ] || $(RELEASE_BINARY) trade demo --into $(DATA)-demo
	exec $(RELEASE_BINARY) serve --host $(HOST) --port $(PORT) --data $(DATA)-demo

test: unit acceptance ## Build, then run the Swift tests and the black-box tests.

unit: setup-build ## Run the Swift tests only.
	$(SWIFT) build $(DEBUG_FLAGS)
	$(SWIFT) test --skip-build

acceptance: setup-test ## Run the black-box tests only (server, command line, browser).
	$(SWIFT) build $(DEBUG_FLAGS)
	FONDACO_BIN="$${FONDACO_BIN:-$(CURDIR)/$(DEBUG_BINARY)}" $(PYTHON) -m pytest Tests/Acceptance -n 2 --dist loadfile

simulate: setup-build ## Play SEEDS runs of the fault simulator, from a random seed or from FIRST.
	$(SWIFT) build -c release --product fondaco-sim
	@first="$${FIRST:-$$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}"; \
	echo "fondaco-sim $$first --count $(SEEDS)"; \
	exec .build/release/fondaco-sim "$$first" --count $(SEEDS)

bench: setup-bench ## Measure: in process, then over HTTP (figures and machine are printed).
	$(SWIFT) build -c release --product fondaco
	$(SWIFT) build -c release --product fondaco-bench
	.build/release/fondaco-bench register
	.build/release/fondaco-bench charts
	.build/release/fondaco-bench exchange
	$(PYTHON) Scripts/cities_to_jsonl.py --output .cache/cities-held-out.jsonl \
		--without-cyrillic .cache/cyrillic.tsv
	.build/release/fondaco-bench cities .cache/cities-held-out.jsonl .cache/cyrillic.tsv
	@if [ -n "$${FONDACO_NAME_CASES:-}" ]; then \
		.build/release/fondaco-bench names "$$FONDACO_NAME_CASES"; fi
	$(PYTHON) Scripts/bench_http.py --binary $(RELEASE_BINARY)
	$(PYTHON) Scripts/bench_market.py --binary $(RELEASE_BINARY)

boundaries: setup-boundaries ## Install outlines of countries and regions into $(DATA), for maps.
	@mkdir -p $(DATA)
	python3 Scripts/boundaries.py --output $(DATA)/boundaries.fb

lint: lint-style setup-build ## Check style, scripts, and that no target uses what it doesn't declare.
	$(SWIFT) build $(DEBUG_FLAGS)

lint-style:
	$(SWIFT) format lint --strict --recursive --parallel $(SWIFT_SOURCES)
	PYTHONPYCACHEPREFIX=.cache/pycache python3 -W error -m compileall -q Scripts Tests/Acceptance
	bash -n Scripts/setup.sh .ci/run

format: ## Bring the Swift sources into the project's style.
	$(SWIFT) format --in-place --recursive --parallel $(SWIFT_SOURCES)

clean: ## Remove what was built and set up (the data directory stays).
	rm -rf .build .cache

setup-build:
	@Scripts/setup.sh build

setup-test:
	@Scripts/setup.sh build test

setup-boundaries:
	@Scripts/setup.sh boundaries

setup-bench:
	@Scripts/setup.sh build test bench
