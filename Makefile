# gongbao: `make report` reads bulletins and writes Output/EDITION; `make help` lists the rest.
# Every target that builds first sees to the C libraries that the package links.

# What a run is asked for. A value may hold anything: a shell reads it from its environment, as one word, and never as
# a command; $(value …) keeps make itself from expanding what the caller wrote.
BULLETINS ?= Pipelines/bulletins
PIPELINES ?= Pipelines
OUTPUT    ?= Output
AS_OF     ?=
EDITION   ?=
# Not LANG: the shell has a variable of that name.
WORKBOOK_LANGUAGE ?= zh
STYLE     ?= office
FROM      ?=
TO        ?=
FUZZ_SECONDS ?= 60
# Where `make install` puts the program and its definitions.
PREFIX    ?= /usr/local
DESTDIR   ?=
ARGUMENTS := BULLETINS PIPELINES OUTPUT AS_OF EDITION WORKBOOK_LANGUAGE STYLE FROM TO FUZZ_SECONDS PREFIX DESTDIR
$(foreach name,$(ARGUMENTS),$(eval override $(name) := $$(value $(name))))
export $(ARGUMENTS)

SWIFT ?= swift
# The import check keeps the directions of ARCHITECTURE.md: a module that imports what it does not name fails.
SWIFT_FLAGS := --explicit-target-dependency-import-check error
# Swift's own libraries are linked in where the toolchain has them as archives: calls into them need no table, and what
# `make install` and `make package` leave behind runs without Swift. Its lld links them without the default linker's
# warning of a function in Foundation that nothing here calls.
TOOLCHAIN := $(dir $(realpath $(shell command -v $(SWIFT))))..
LLD := $(if $(wildcard $(TOOLCHAIN)/bin/ld.lld),-Xswiftc -use-ld=lld)
STATIC := $(if $(wildcard $(TOOLCHAIN)/lib/swift_static),--static-swift-stdlib $(LLD))
RELEASE := -c release $(SWIFT_FLAGS) -Xswiftc -cross-module-optimization $(STATIC)
GONGBAO = "$$($(SWIFT) build $(RELEASE) --show-bin-path)"/gongbao
OPTIONS = $${AS_OF:+--as-of "$$AS_OF"} $${EDITION:+--edition "$$EDITION"} \
    --language "$$WORKBOOK_LANGUAGE" --style "$$STYLE"

.PHONY: report install test build lint format check validate diff bench archive package fuzz record docs clean help libraries

report: build ## Read BULLETINS and write OUTPUT/EDITION (AS_OF=2024-12-31, EDITION=name, WORKBOOK_LANGUAGE=en, STYLE=accessible)
	@$(GONGBAO) report --bulletins "$$BULLETINS" --pipelines "$$PIPELINES" --output "$$OUTPUT" $(OPTIONS)

# make itself ends with 2 whatever the program's status was (1: done, but a check failed): cron calls the program.
install: build ## Install the program and its definitions under PREFIX (/usr/local), for cron and systemd
	@install -d "$$DESTDIR$$PREFIX/bin" "$$DESTDIR$$PREFIX/share/gongbao"
	@install -m 755 $(GONGBAO) "$$DESTDIR$$PREFIX/bin/gongbao"
	@to="$$DESTDIR$$PREFIX/share/gongbao/Pipelines"; if [ -e "$$to" ]; then \
	    rm -rf "$$to.new"; cp -R Pipelines "$$to.new"; \
	    echo "$$to holds figures of yours and is left as it is; this version's definitions are in $$to.new"; \
	else cp -R Pipelines "$$to"; fi
	@echo "$$DESTDIR$$PREFIX/bin/gongbao; definitions in $$DESTDIR$$PREFIX/share/gongbao/Pipelines"

test: ## Run all tests
	@.ci/install-libraries unzip python3 mutool pdftoppm
	$(SWIFT) test $(SWIFT_FLAGS)

build: libraries ## Build the program for release
	@$(SWIFT) build $(RELEASE) --product gongbao

lint: ## Check the format and the directions of imports
	$(SWIFT) format lint --recursive --strict Package.swift Sources Tests
	@.ci/lint-imports
	@.ci/lint-words

format: ## Format all Swift files
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

check: lint build test validate ## What CI runs: lint, build without warnings, definitions, tests, validation
	@$(GONGBAO) check --pipelines "$$PIPELINES"

validate: build ## Validate editions of the samples with programs of others: openpyxl, LibreOffice, frictionless, pysdmx, sdmx1
	@$(GONGBAO) report --output .build/validated --edition zh
	@$(GONGBAO) report --output .build/validated --edition en --language en
	@$(GONGBAO) report --output .build/validated --edition accessible --style accessible
	@.ci/validate .build/validated/zh .build/validated/en .build/validated/accessible

diff: build ## Compare two editions: make diff FROM=2023 TO=2025
	@$(GONGBAO) diff "$$OUTPUT/$$FROM" "$$OUTPUT/$$TO"

bench: libraries ## Print the time of each stage and what the parts reach in MB/s
	$(SWIFT) build $(RELEASE) --product gongbao-bench-writer
	$(SWIFT) build $(RELEASE) --product gongbao-bench
	@$$($(SWIFT) build $(RELEASE) --show-bin-path)/gongbao-bench
	$(SWIFT) build $(RELEASE) --product gongbao
	@Tests/Sturdiness/play-memory --program $(GONGBAO) --sizes 4,16,40

archive: build ## Read 200 generated bulletins by worker, GNU parallel, DuckDB and Spark, as far as they are installed
	@.ci/install-libraries python3
	@Tests/Archive/play-archive --program $(GONGBAO)

package: build ## Make a .deb, a tar.xz and an OCI image for machines without Swift in .build/package, and try them
	@.ci/package $(GONGBAO) .build/package
	@Tests/Package/play-package .build/package $(GONGBAO)

fuzz: libraries ## Read random bulletins, pages, office parts and definitions for FUZZ_SECONDS each with libFuzzer; what crashes or hangs becomes a file here
	$(SWIFT) build --package-path Tests/Fuzzing -c release --sanitize fuzzer
	@set -e; for fuzzer in gongbao-fuzz gongbao-fuzz-source gongbao-fuzz-definitions; do \
	    mkdir -p .build/fuzz-corpus/$$fuzzer; \
	    $$($(SWIFT) build --package-path Tests/Fuzzing -c release --sanitize fuzzer --show-bin-path)/$$fuzzer \
	        -max_total_time="$$FUZZ_SECONDS" -timeout=10 -max_len=65536 -artifact_prefix=Tests/Fuzzing/ \
	        .build/fuzz-corpus/$$fuzzer Pipelines/bulletins Tests/Fuzzing/Seeds; \
	done

record: libraries ## Rewrite the golden files on purpose; look at the difference before you commit it
	RECORD=1 $(SWIFT) test $(SWIFT_FLAGS)

docs: libraries ## Build .build/documentation from doc comments and articles (DocC; `python3 -m http.server` shows it)
	$(SWIFT) package dump-symbol-graph --minimum-access-level public --skip-synthesized-members
	@rm -rf .build/documentation .build/archives && mkdir -p .build/archives
	@set -e; for module in $(notdir $(wildcard Sources/*)); do \
	    symbols=.build/archives/$$module.symbols; catalogue=Sources/$$module/$$module.docc; \
	    mkdir $$symbols; \
	    cp $$($(SWIFT) build --show-bin-path)/../symbolgraph/$$module[.@]*json $$symbols/ 2>/dev/null || continue; \
	    [ -d $$catalogue ] || catalogue=; \
	    docc convert $$catalogue --fallback-display-name $$module --fallback-bundle-identifier gongbao.$$module \
	        --additional-symbol-graph-dir $$symbols --disable-parameters-and-returns-validation \
	        --output-path .build/archives/$$module.doccarchive; \
	done
	docc merge .build/archives/*.doccarchive --synthesized-landing-page-name gongbao --output-path .build/documentation

clean: ## Remove what was built; Output/ stays
	rm -rf .build

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

libraries:
	@.ci/install-libraries
	@.ci/install-libraries mutool || echo "PDF bulletins are listed as unread until mutool is there." >&2
