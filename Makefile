# The front door.  meson and ninja do the building; this says the words.
#
#	make run     builds, makes the Lillevik example if data/ is empty, and starts
#	make test    everything that is tested; installs what that needs
#	make check   the fast half: no browser, no network, ten to twenty seconds once built

BUILD  ?= build
DATA   ?= data
LISTEN ?= 127.0.0.1:8080

.PHONY: all run test check lint asan fuzz bench krasj po kit eksempel clean skaff

all: skaff $(BUILD)/build.ninja
	@ninja -C $(BUILD) --quiet

skaff:
	@tool/skaff build

$(BUILD)/build.ninja:
	@meson setup $(BUILD) >/dev/null

run: all
	@test -e $(DATA)/samling.db || \
		$(BUILD)/samling demo --data $(DATA) --base http://$(LISTEN)
	@$(BUILD)/samling serve --data $(DATA) --listen $(LISTEN) --utvikling

lint:
	@tool/lint

check: $(BUILD)/build.ninja
	@ninja -C $(BUILD) --quiet
	@tool/lint
	@tool/po-check $(BUILD)
	@meson test -C $(BUILD) --no-rebuild --suite check --print-errorlogs --quiet \
		--num-processes 4               # some of them wait, for a socket

test:
	@tool/skaff test
	@$(MAKE) --no-print-directory all check
	@meson test -C $(BUILD) --no-rebuild --suite slow --print-errorlogs
	@$(MAKE) --no-print-directory asan fuzz
	@node test/browser/run.mjs $(BUILD)/samling

# The same tests with the address and undefined behaviour sanitizers.
asan:
	@test -e $(BUILD)-asan/build.ninja || meson setup $(BUILD)-asan \
		-Db_sanitize=address,undefined -Db_lundef=false --optimization=1 >/dev/null
	@ninja -C $(BUILD)-asan --quiet
	@meson test -C $(BUILD)-asan --no-rebuild --suite check --print-errorlogs --quiet \
		--timeout-multiplier 5

# Readers of what comes from outside: the kept corpus, then a short search for more.
fuzz:
	@test/fuzz/run $(BUILD)-fuzz

bench: all
	@bench/run $(BUILD)

# kill -9 at random moments while phones answer: nothing acknowledged may be lost.
krasj: all
	@$(BUILD)/test/krasj $(BUILD)/samling 100

# What a laptop or a box in a hall needs, in one file: doc/uten-nett.md.
kit: all
	@tool/kit $(BUILD) $(BUILD)/samling-kit.tar.gz

# Plays both days of Lillevik and writes the report in doc/eksempel anew.
eksempel: all
	@tool/eksempel $(BUILD)

po:
	@tool/po-update $(BUILD)

clean:
	rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-fuzz
