# make run [ARGS="…"]   install what is missing, build for speed, and run
# make test             install what is missing, build, and run all tests
.PHONY: run test build bench lint format docs install clean
ARGS ?=
PREFIX ?= /usr/local
ifeq ($(shell uname -s),Darwin)
export PKG_CONFIG_PATH := $(shell brew --prefix ncurses 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
endif

run: build
	@exec "$$(swift build -c release --show-bin-path)/ropescope" $(ARGS)

build:
	@scripts/prepare run
	@swift build -c release --product ropescope 1>&2

test:
	@scripts/prepare test
	swift test --parallel

bench:
	@scripts/prepare run
	swift run -c release benchmarks

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

docs: build
	@set -e; program="$$(swift build -c release --show-bin-path)/ropescope"; \
	"$$program" keys --lang en > docs/keys.md; \
	picture="$$("$$program" shot heatmap llama-3.1-8b --positions 0:4096 --position 1500 --size 78x22 --color never)"; \
	{ sed '/^<!-- shot -->/q' README.md; printf '```text\n%s\n```\n' "$$picture"; \
	  sed -n '/^<!-- \/shot -->/,$$p' README.md; } > README.md.new; \
	mv README.md.new README.md

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$(swift build -c release --show-bin-path)/ropescope" "$(DESTDIR)$(PREFIX)/bin/ropescope"

clean:
	rm -rf .build
