# Everything installs itself on first use; needs Git, make and Node 20+ with npm.
NODE = node_modules/node/bin/node

.PHONY: demo test lint types generate bench format release

# Scans the bundled sample estate. Findings end a scan with status 1, which is the expected outcome here.
demo:
	@bin/bulwark scan samples; status=$$?; [ $$status -le 1 ] || exit $$status

test: $(NODE)
	@$(NODE) scripts/test.ts $(ARGS)

lint: $(NODE)
	@node_modules/.bin/biome check .

format: $(NODE)
	@node_modules/.bin/biome check --write .

types: $(NODE)
	@node_modules/.bin/tsc -p .
	@node_modules/.bin/tsc -p web
	@node_modules/.bin/tsc -p test/web

generate: $(NODE)
	@$(NODE) scripts/generate.ts

# What is published, in dist/release.
release: $(NODE)
	@$(NODE) scripts/release/release.ts

bench: $(NODE)
	@$(NODE) bench/run.ts $(ARGS)

$(NODE): package-lock.json
	@scripts/install.sh
	@touch $@
