# make run [ARGS="…"]   install what is missing, build for speed, and run
# make test             install what is missing, build, and run all tests
# make images           draw the pictures of the README and of docs anew
# make fuzz             play a million random events to the explorer
.PHONY: run test plain build bench fuzz lint format docs images install clean
ARGS ?=
PREFIX ?= /usr/local
# With Swift's own library inside, where the toolchain has it, the program starts sooner and needs no Swift where it runs.
TOOLCHAIN := $(dir $(realpath $(shell command -v swift)))..
RELEASE := -c release $(if $(wildcard $(TOOLCHAIN)/lib/swift_static),--static-swift-stdlib)
ifeq ($(shell uname -s),Darwin)
export PKG_CONFIG_PATH := $(shell brew --prefix ncurses 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
endif

run: build
	@exec "$$(swift build $(RELEASE) --show-bin-path)/ropescope" $(ARGS)

build:
	@scripts/prepare run
	@swift build $(RELEASE) --no-color-diagnostics --product ropescope 1>&2

test:
	@scripts/prepare test
	swift test --parallel

# The program without Cairo and Pango, on ncurses alone.
plain:
	@scripts/prepare run
	swift build --disable-default-traits --scratch-path .build-plain --product ropescope

bench:
	@scripts/prepare run
	swift run $(RELEASE) benchmarks

fuzz:
	@scripts/prepare test
	swift run $(RELEASE) fuzz-explorer 1000000 1

lint:
	@for script in scripts/* .ci/run; do sh -n "$$script" || exit 1; done
	swift format lint --strict --recursive Sources Tests Fuzz/Sources Package.swift Fuzz/Package.swift

format:
	swift format --in-place --recursive Sources Tests Fuzz/Sources Package.swift Fuzz/Package.swift

docs: images
	@XDG_CONFIG_HOME=/nonexistent "$$(swift build $(RELEASE) --show-bin-path)/ropescope" keys --lang en > docs/keys.md.new \
	  || { rm -f docs/keys.md.new; exit 1; }
	@mv docs/keys.md.new docs/keys.md

images: build
	@scripts/pictures "$$(swift build $(RELEASE) --show-bin-path)/ropescope"

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 "$$(swift build $(RELEASE) --show-bin-path)/ropescope" "$(DESTDIR)$(PREFIX)/bin/ropescope"

clean:
	rm -rf .build
