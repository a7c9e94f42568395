# gongbao: `make report` reads bulletins and writes Output/EDITION; `make help` lists the rest.
# Every target that builds first sees to the C libraries that the package links.

BULLETINS ?= Pipelines/bulletins
PIPELINES ?= Pipelines
OUTPUT    ?= Output
AS_OF     ?=
EDITION   ?=
# Not LANG: the shell has a variable of that name.
WORKBOOK_LANGUAGE ?= zh
STYLE     ?= office

SWIFT ?= swift
# The import check keeps the directions of ARCHITECTURE.md: a module that imports what it does not name fails.
SWIFT_FLAGS := --explicit-target-dependency-import-check error
RELEASE := -c release $(SWIFT_FLAGS) -Xswiftc -cross-module-optimization
GONGBAO = $$($(SWIFT) build $(RELEASE) --show-bin-path)/gongbao
OPTIONS = $(if $(AS_OF),--as-of $(AS_OF)) $(if $(EDITION),--edition $(EDITION)) --language $(WORKBOOK_LANGUAGE) --style $(STYLE)

.PHONY: report test build lint format check validate diff bench record docs clean help libraries

report: build ## Read BULLETINS and write OUTPUT/EDITION (AS_OF=2024-12-31, EDITION=name, WORKBOOK_LANGUAGE=en, STYLE=accessible)
	@$(GONGBAO) report --bulletins $(BULLETINS) --pipelines $(PIPELINES) --output $(OUTPUT) $(OPTIONS)

test: ## Run all tests
	@.ci/install-libraries unzip python3
	$(SWIFT) test $(SWIFT_FLAGS)

build: libraries ## Build the program for release
	@$(SWIFT) build $(RELEASE) --product gongbao

lint: ## Check the format and the directions of imports
	$(SWIFT) format lint --recursive --strict Package.swift Sources Tests
	@.ci/lint-imports

format: ## Format all Swift files
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

check: lint build test validate ## What CI runs: lint, build without warnings, definitions, tests, validation
	@$(GONGBAO) check --pipelines $(PIPELINES)

validate: build ## Validate editions of the samples with programs of others: openpyxl, LibreOffice, frictionless, pysdmx
	@for language in zh en; do \
	    $(GONGBAO) report --output .build/validated --edition $$language --language $$language || exit; \
	done
	@.ci/validate .build/validated/zh .build/validated/en

diff: build ## Compare two editions: make diff FROM=2023 TO=2025
	@$(GONGBAO) diff $(OUTPUT)/$(FROM) $(OUTPUT)/$(TO)

bench: libraries ## Print the time of each stage and what the parts reach in MB/s
	$(SWIFT) build $(RELEASE) --product gongbao-bench
	@$$($(SWIFT) build $(RELEASE) --show-bin-path)/gongbao-bench

record: libraries ## Rewrite the golden files on purpose; look at the difference before you commit it
	RECORD=1 $(SWIFT) test $(SWIFT_FLAGS)

docs: ## Where the documentation stands
	@echo "README.md, ARCHITECTURE.md, Pipelines/README.md; doc comments in Sources/"

clean: ## Remove what was built; Output/ stays
	rm -rf .build

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

libraries:
	@.ci/install-libraries
