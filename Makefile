# Spanwise: `make` lists what can be done. Needs Go, make and git; everything
# else sets itself up.

BUILD  := .build
DIST   := dist
PORT   := 8000
CORPUS :=
# The package that is built for the browser.
PAGE   := ./app
# The one that is built, with the tag worker, for the page's second program.
SECOND := ./app

# Of `make bench`: the folder of an outside bench, more of its tools to measure,
# and the parts to measure if not all.
PEERBENCH :=
PEERS     :=
ONLY      :=

# Of `make torture`: how often to kill the browser's process, and the seed.
POINTS := 1000
SEED   := 1

# Of `make monkey`, with SEED: how much a random person does at the page, or a
# file with the events of a run that failed.
EVENTS := 100000
REPLAY :=

# What the first screen may cost to download, in bytes, packed: CHANGELOG.md says the
# same in MB, and why. And what it did cost at the last release.
BUDGET   := 2400000
RELEASED := 3290000

STATICCHECK := v0.8.2

# Everything but the tests that drive a browser from outside.
OURS = $$(go list ./... | grep -v /app/e2e)
# The one program of those tests that runs in the browser.
STREAM = ./app/e2e/torture/stream
# Packages whose tests also run compiled to wasm, in the browser.
IN_BROWSER = ./corpus/... ./annotations/... ./app/session/... ./app/browser/...
# Packages whose tests look for races.
RACE = ./app/session/... ./web/...

# Packages of the page in which calls stay calls: nobody feels what inlining them
# would win, and everybody downloads what it costs, 0.2 MB packed.
LEAN ?= spanwise/app/ui/... spanwise/app/browser spanwise/corpus/ingest/... spanwise/annotations/timex \
	spanwise/annotations/format/... spanwise/annotations/merge spanwise/app/formats \
	spanwise/app/session/... spanwise/app/journal spanwise/app/worker github.com/maxence-charriere/go-app/v10/... \
	encoding/json fmt net/url time

# The same sources give the same bytes, wherever they lie.
GOBUILD := go build -trimpath -buildvcs=false -ldflags="-s -w -buildid="
WASM    := GOOS=js GOARCH=wasm
EXEC    := $(shell go env GOROOT)/lib/wasm/wasm_exec.js
PROGRAM := -program "$(BUILD)/app.wasm" -second "$(BUILD)/second.wasm" $(if $(CORPUS),-corpus "$(CORPUS)") -exec "$(EXEC)"
OVERLAY := $(if $(CORPUS),-overlay "$(BUILD)/overlay.json")

.DEFAULT_GOAL := help

.PHONY: help
help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  CORPUS=folder with run or site: your own folder of articles (*.md) in place of the bundled ones"
	@echo "  SEED=7 with torture or monkey: begin with this one; POINTS=50 or EVENTS=400: no more than that"
	@echo "  PEERBENCH=folder with bench: an outside bench, to measure the page against a bare one; ONLY=page: one part"

.PHONY: run
run: program ## build the program, serve it at a loopback address, open a browser
	@exec "$(BUILD)/spanwise" serve -port $(PORT) $(PROGRAM)

.PHONY: site
site: program ## write the static site and the single file to dist/
	@"$(BUILD)/spanwise" site -out "$(DIST)" $(PROGRAM)

.PHONY: program
program: slim
	@$(if $(CORPUS),"$(BUILD)/spanwise" overlay -corpus "$(CORPUS)" -out "$(BUILD)/overlay.json")
	@$(WASM) $(GOBUILD) -modfile="$(BUILD)/slim.mod" $(LEAN:%=-gcflags='%=-l') $(OVERLAY) -o "$(BUILD)/app.wasm" "$(PAGE)"
	@$(WASM) $(GOBUILD) -tags worker -o "$(BUILD)/second.wasm" "$(SECOND)"

# The go-app that is shipped: see slim in app/slim_native.go.
.PHONY: slim
slim: native
	@"$(BUILD)/spanwise" slim -out "$(BUILD)"

.PHONY: native
native:
	@mkdir -p "$(BUILD)"
	@$(GOBUILD) -o "$(BUILD)/spanwise" ./app

.PHONY: test
test: unit races wasm page ## run every test, the real browser's included
	@[ -d ../shared ] || echo "no ../shared beside the repository: tests that take their input from there were skipped"

.PHONY: unit
unit:
	go test $(OURS)

# Go's race detector needs a C compiler; without one it is said, not run.
.PHONY: races
races:
	@if [ "$$(go env CGO_ENABLED)" = 1 ] && command -v "$$(go env CC)" >/dev/null; then \
		echo "go test -race $(RACE)"; go test -race $(RACE); \
	else echo "no C compiler: $(RACE) not tested for races"; fi

.PHONY: wasm
wasm: browser slim
	$(WASM) go test -modfile="$(BUILD)/slim.mod" -vet=off -exec="'$(CURDIR)/$(BUILD)/inbrowser'" $(IN_BROWSER)

# The tests that measure come first and alone; the others have so many pages open at
# once, since they wait more than they work.
.PHONY: page
page: browser
	go test -count=1 -parallel 4 -timeout 45m ./app/e2e
	go test -count=1 -parallel 4 -timeout 45m $$(go list ./app/e2e/... | grep -v /app/e2e$$)

# Finds the browser to test in, or installs one, or ends here.
.PHONY: browser
browser:
	@mkdir -p "$(BUILD)"
	@go build -o "$(BUILD)/inbrowser" ./app/e2e/inbrowser
	@"$(BUILD)/inbrowser"

.PHONY: bench
bench: browser $(if $(PEERBENCH),site) ## measure, say what grew since the record, and record it
	@go build -o "$(BUILD)/bench" ./app/e2e/bench
	@"$(BUILD)/bench" -build "$(BUILD)" -site "$(DIST)" -peerbench "$(PEERBENCH)" -peers "$(PEERS)" -only "$(ONLY)"

.PHONY: torture
torture: browser ## kill the browser again and again amid random edits and typing, and count what is lost
	@go test -c -o "$(BUILD)/torture" ./app/e2e/torture
	@"$(BUILD)/torture" -test.v -test.timeout 4h -test.run KillPoints -points $(POINTS) -seed $(SEED)

.PHONY: monkey
monkey: browser ## put a random person in front of the page, and find what they break
	@go test -c -o "$(BUILD)/monkey" ./app/e2e/monkey
	@"$(BUILD)/monkey" -test.v -test.timeout 12h -test.run AMonkeyAtThePage -events $(EVENTS) -seed $(SEED) -replay "$(REPLAY)" -lists "$(BUILD)"

.PHONY: check
check: $(BUILD)/staticcheck-$(STATICCHECK) ## check form, imports and the size of the program
	@unformatted=$$(gofmt -l app annotations corpus web); if [ -n "$$unformatted" ]; then echo "not gofmt'd: $$unformatted"; exit 1; fi
	go vet ./...
	$(WASM) go vet $(OURS) $(STREAM)
	$(WASM) go vet -tags worker ./app ./app/worker/...
	$(BUILD)/staticcheck-$(STATICCHECK)/staticcheck ./...
	$(WASM) $(BUILD)/staticcheck-$(STATICCHECK)/staticcheck $(OURS) $(STREAM)
	go mod tidy -diff
	go mod verify
	go test -count=1 ./app
	@$(MAKE) --no-print-directory program CORPUS=
	@"$(BUILD)/spanwise" site -out "$(BUILD)/site" -budget $(BUDGET) -released $(RELEASED) $(PROGRAM)

# The folder is named after the version, so a newer pin installs anew.
$(BUILD)/staticcheck-$(STATICCHECK):
	GOBIN="$(CURDIR)/$@" go install honnef.co/go/tools/cmd/staticcheck@$(STATICCHECK)

.PHONY: clean
clean: ## remove everything that was built
	rm -rf $(BUILD) dist
