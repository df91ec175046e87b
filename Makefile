# Spanwise: `make` lists what can be done. Needs Go, make and git; everything
# else sets itself up.

BUILD  := .build
DIST   := dist
PORT   := 8000
CORPUS :=

# What the first screen may cost to download, in bytes, packed.
BUDGET := 2400000

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

# Packages whose tests also run compiled to wasm, in the browser.
IN_BROWSER = ./corpus/... ./annotations/... ./app/browser/...
# Packages whose tests look for races.
RACE = ./app/session/... ./web/...

# The same sources give the same bytes, wherever they lie.
GOBUILD := go build -trimpath -buildvcs=false -ldflags="-s -w -buildid="
WASM    := GOOS=js GOARCH=wasm
EXEC    := $(shell go env GOROOT)/lib/wasm/wasm_exec.js
PROGRAM := -program $(BUILD)/app.wasm -exec "$(EXEC)"
OVERLAY := $(if $(CORPUS),-overlay $(BUILD)/overlay.json)

.DEFAULT_GOAL := help

.PHONY: help
help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  CORPUS=folder with run or site: your own folder of articles (*.md) in place of the bundled ones"

.PHONY: run
run: program ## build the program, serve it at a loopback address, open a browser
	@exec $(BUILD)/spanwise serve -port $(PORT) $(PROGRAM)

.PHONY: site
site: program ## write the static site and the single file to dist/
	@$(BUILD)/spanwise site -out "$(DIST)" $(PROGRAM)

.PHONY: program
program: native
	@$(if $(CORPUS),$(BUILD)/spanwise overlay -corpus "$(CORPUS)" -out $(BUILD)/overlay.json)
	@$(WASM) $(GOBUILD) $(OVERLAY) -o $(BUILD)/app.wasm ./app

.PHONY: native
native:
	@mkdir -p $(BUILD)
	@$(GOBUILD) -o $(BUILD)/spanwise ./app

.PHONY: clean
clean: ## remove everything that was built
	rm -rf $(BUILD) dist
