# On a fresh machine with Python 3.11 and make: “make site” builds the guide, “make test” runs all tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Stamp files: what they stand for is installed again when its requirements are newer.
FOR_SITE := $(VENV)/.ready-for-site
FOR_HANDOUTS := $(VENV)/.ready-for-handouts
FOR_TEST := $(VENV)/.ready-for-test
FOR_AUDIT := $(VENV)/.ready-for-audit
FOR_ENDURE := $(VENV)/.ready-for-endure
AUDIT_TOOLS := build/audit/tools/.ready
# Everything is installed from lock files with hashes, which “make lock” updates.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
INSTALL_LOCKED := $(INSTALL) --require-hashes --requirement
INSTALL_SELF := $(INSTALL) --no-deps --no-build-isolation --editable .

# Tests run as on the day of the commit, so that a green commit stays green: a crisis line that is due to be
# verified again stops “make site” and “make check” on that day, but not the tests of an earlier commit.
DAY_OF_THE_TESTS = $${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || date +%s)}

.PHONY: site handouts serve check test audit audit-programs audit-supply format browser patterns pango lock endure clean
.DEFAULT_GOAL := site

site: $(FOR_SITE) ## build the guide into build/site
	$(BIN)/crpsguide build

handouts: $(FOR_HANDOUTS) pango ## build the guide with every page as PDF too
	$(BIN)/crpsguide build --handouts

serve: $(FOR_SITE) ## show the guide in the browser while you write
	$(BIN)/crpsguide serve --open

check: $(FOR_SITE) ## list what needs work
	$(BIN)/crpsguide check

test: $(FOR_TEST) browser pango ## run every check of the code, the guide and the site
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/codespell
	SOURCE_DATE_EPOCH=$(DAY_OF_THE_TESTS) $(BIN)/pytest -n 2 --dist worksteal $(PYTEST)

audit: $(FOR_AUDIT) $(FOR_HANDOUTS) $(FOR_TEST) $(AUDIT_TOOLS) browser pango audit-programs ## run external validators on the site and its dependencies; STEPS=links for one of them
	$(BIN)/python -m tests.audit $(STEPS)

format: $(FOR_TEST) ## fix lint and format the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

browser: $(FOR_TEST) ## find a Chromium for the tests, or install one
	$(BIN)/python tests/browser/chromium.py

# WeasyPrint needs libraries of the system for fonts and text.
PANGO = libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core
pango: ## find Pango for the handouts, or install it
	@$(BIN)/python -c 'import weasyprint' 2>/dev/null \
	  || { [ "$$(id -u)" = 0 ] && apt-get update && apt-get install -y --no-install-recommends $(PANGO); } \
	  || sudo -n sh -c 'apt-get update && apt-get install -y --no-install-recommends $(PANGO)' \
	  || { echo "Pango is missing. Install it: sudo apt-get install $(PANGO), or brew install pango"; exit 1; }

audit-supply: $(FOR_AUDIT) $(FOR_HANDOUTS) $(FOR_TEST) ## write the bill of materials (build/sbom.json), and look for known vulnerabilities
	$(BIN)/python -m tests.audit supply

# A server, Java for the HTML checker, and browsers whose engine is not that of Chromium.
AUDIT = nginx-light default-jre-headless firefox-esr webkit2gtk-driver xvfb xauth
audit-programs:
	@PATH=$$PATH:/usr/sbin; for one in nginx java firefox-esr WebKitWebDriver xvfb-run; do command -v $$one >/dev/null || exit 1; done \
	  || { [ "$$(id -u)" = 0 ] && apt-get update && apt-get install -y --no-install-recommends $(AUDIT); } \
	  || sudo -n sh -c 'apt-get update && apt-get install -y --no-install-recommends $(AUDIT)' \
	  || echo "Not all programs of the audit are here, so some of its steps will fail. They are: $(AUDIT)"

endure: $(FOR_ENDURE) ## inject faults and fuzz for an hour and a half: kills, full disks, hostile guides, requests and texts
	$(BIN)/python -m tests.endurance.publishing 300
	$(BIN)/python -m tests.endurance.preview 10000
	$(BIN)/python -m tests.endurance.hostile
	$(BIN)/python -m tests.endurance.fuzz 3600

patterns: $(FOR_TEST) ## render every component with its examples into build/patterns
	$(BIN)/python -m tests.patterns build

clean: ## remove everything that was built or installed
	rm -rf build dist $(VENV) node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "crpsguide needs Python 3.11 or newer. Name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(MAKE) --no-print-directory python-venv
	$(PYTHON) -m venv $(VENV)

# On Debian, venv is a package of its own.
.PHONY: python-venv
python-venv:
	@if [ "$$(id -u)" = 0 ]; then apt-get update && apt-get install -y --no-install-recommends python3-venv; \
	else sudo -n sh -c 'apt-get update && apt-get install -y --no-install-recommends python3-venv'; fi \
	  || { echo "Python's venv is missing. Install it: sudo apt-get install python3-venv"; exit 1; }

$(FOR_SITE): pyproject.toml requirements/site.txt | $(BIN)/python
	$(INSTALL_LOCKED) requirements/site.txt
	$(INSTALL_SELF)
	@touch $@

$(FOR_HANDOUTS): requirements/handouts.txt $(FOR_SITE)
	$(INSTALL_LOCKED) requirements/handouts.txt
	@touch $@

$(FOR_TEST): requirements/test.txt $(FOR_SITE)
	$(INSTALL_LOCKED) requirements/test.txt
	@touch $@

$(FOR_AUDIT): requirements/audit.txt $(FOR_SITE)
	$(INSTALL_LOCKED) requirements/audit.txt
	@touch $@

$(FOR_ENDURE): requirements/endure.txt $(FOR_TEST)
	$(INSTALL_LOCKED) requirements/endure.txt
	@touch $@

# Versions for every system and every Python from 3.11 on; without a host, so that any registry will do.
COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-config --upgrade
lock: $(FOR_AUDIT) ## update all locked versions to the newest, with their hashes
	@mkdir -p build
	$(COMPILE) --all-extras --group build --group audit --group endure --output-file build/all.txt
	$(COMPILE) --constraint build/all.txt --group build --output-file requirements/site.txt
	$(COMPILE) --constraint build/all.txt --group build --extra handouts --output-file requirements/handouts.txt
	$(COMPILE) --constraint build/all.txt --group build --extra test --output-file requirements/test.txt
	$(COMPILE) --constraint build/all.txt --group build --group audit --output-file requirements/audit.txt
	$(COMPILE) --constraint build/all.txt --group endure --output-file requirements/endure.txt
	$(MAKE) --no-print-directory $(FOR_HANDOUTS) $(FOR_TEST)
	$(BIN)/python -m tests.supply

# External validators have locked versions too, and run no install scripts.
$(AUDIT_TOOLS): tests/audit/package.json tests/audit/package-lock.json
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || { echo "The audit needs Node 20 or newer."; exit 1; }
	@mkdir -p $(@D) && cp tests/audit/package.json tests/audit/package-lock.json $(@D)
	npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund
	@touch $@
