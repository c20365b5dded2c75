# Five Cars: the front door. `make help` lists what there is; scripts/ does the work.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

# What scripts/setup.sh had to fetch, if anything, stands before the system's own.
export PATH := $(CURDIR)/build/tools/bin:$(PATH)

##@ The two commands
.PHONY: serve test
serve: dist ## build the page and serve it at http://localhost:8080 (PORT=… for another port)
	@node scripts/serve.mjs
test: setup ## run every test
	@node scripts/test.mjs

##@ Building
.PHONY: setup setup-build native wasm dist web package release pack
setup: ## install what is missing, for building and testing (the other targets do it, too)
	@scripts/setup.sh test
setup-build:
	@scripts/setup.sh build
native: setup-build ## the command line, at build/native/fivecars
	@scripts/build.sh native
wasm: native ## the WebAssembly module, in build/wasm/
	@scripts/build.sh wasm
dist: wasm ## the static site in dist/, ready for any static host
	@npm run --silent build -- --logLevel warn
web: dist
package: wasm ## the npm package, in build/release/
	@node scripts/package.mjs
release: dist package pack ## what a release is made of, in build/release/: the package for npm, and the embed to keep
# Of dist/ as it stands: what is released is what was tested.
pack:
	@node scripts/release.mjs pack

##@ Testing
.PHONY: test-quick test-wasm size size-rebase golden-rebase schemas attribution bench
test-quick: setup-build ## a plain round of editing: the native unit tests and the tests under Node
	@node scripts/test.mjs quick
test-wasm: setup-build ## what depends on the Emscripten in use
	@node scripts/test.mjs wasm
size: dist ## print the sizes of what ships
	@node tests/size/size.mjs --table
size-rebase: dist ## take today's sizes as the baseline
	@node tests/size/size.mjs --rebase
golden-rebase: wasm ## write the golden documents anew from the native build
	@npx tsc -p tests/node/tsconfig.json
	@GOLDEN_REBASE=1 node --test build/node-tests/tests/node/golden.test.js > build/golden.log || (cat build/golden.log; false)
	@git diff --stat tests/golden
schemas: native ## write data/schema/ anew from the code
	@for schema in data/schema/*.schema.json; do \
	  build/native/fivecars schema "$$(basename "$$schema" .schema.json)" > "$$schema" || exit 1; done
attribution: native ## write ATTRIBUTION.md anew from data/sources
	@build/native/catalogc data --attribution ATTRIBUTION.md
bench: setup dist ## measure natively, in wasm, beside others, a dragged slider, and Lighthouse (RECORD=1 records it)
	@scripts/setup.sh bench
	@cmake --preset native > build/native/configure.log
	@scripts/build.sh native fivecars_bench
	@scripts/build.sh wasm calculator what_if bench_kernels
	@node tests/bench/bench.mjs
	@node tests/bench/drag.mjs
	@node tests/bench/first.mjs
	@node tests/bench/lighthouse.mjs

##@ Housekeeping
.PHONY: format format-check picture clean help
format: setup-build ## format the sources
	@node scripts/format.mjs
format-check: setup-build ## say which sources aren't formatted
	@node scripts/format.mjs --check
picture: setup dist ## take the README's picture of the page again
	@node scripts/picture.mjs
clean: ## remove what was built (keeps node_modules/ and build/tools/)
	@rm -rf dist test-results $(filter-out build/tools,$(wildcard build/*))
help: ## this list
	@awk 'BEGIN { FS = ":.*## " } /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
