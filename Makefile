# The front door. `make` alone says what there is; each recipe calls the tools as anyone would.

export PATH := $(CURDIR)/.tools/bin:$(PATH)
# Seconds that a browser may be silent: a busy machine is no reason to fail.
export WASM_BINDGEN_TEST_TIMEOUT := 300

.PHONY: help demo test frameworks build bench clean
.NOTPARALLEL:

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: setup-demo build ## a Jekyll blog with the widget in it, served here; SCREENSHOT=out.png takes a picture and ends
	node www/tools/site.mjs
	node www/tools/door.mjs target/site/door
	node www/tools/demo.mjs $(SCREENSHOT)

test: setup-test ## everything: format, lints, Rust natively and in browsers, the demo site in a browser
	@node www/tools/run-tests.mjs

frameworks: setup-frameworks build ## the recipes of the larger frameworks, built as they stand, in a browser
	node --test --test-reporter=spec tests/frameworks/frameworks.test.mjs

build: setup-build ## dist/: the npm package; dist-site/: a folder and a zip with what a site needs
	node www/tools/build.mjs

bench: setup-bench build ## goalpost beside its peers, measured in one run; writes tests/bench/RESULTS.md
	node tests/bench/run.mjs
	node tests/bench/prerender.mjs

clean: ## remove what was built; the installed tools stay
	rm -rf target dist dist-site

setup-%:
	@www/tools/setup.sh $*
