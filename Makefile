# Two commands do everything on a fresh checkout: `make run` and `make test`.
# Everything they make stands in .venv/ and var/ (or $ZZARCHIVE_HOME) and can be deleted.

PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin

# Exit status 0 when the archive holds no page yet.
EMPTY := from articles.models import Page; raise SystemExit(Page.objects.exists())

.PHONY: run test check chromium prepared help

help:
	@echo "make run    set up and serve the archive on http://127.0.0.1:$(PORT)/ (PORT= changes it)"
	@echo "make test   set up and run every check and test"

run: prepared
	@if $(BIN)/python manage.py shell -v 0 -c "$(EMPTY)"; then \
	  echo "Loading the sample archive …"; \
	  $(BIN)/python manage.py import_pages samples/pages || [ $$? -eq 1 ]; \
	  $(BIN)/python manage.py write_data; fi
	@echo
	@echo "  The archive:  http://127.0.0.1:$(PORT)/"
	@echo "  The admin:    http://127.0.0.1:$(PORT)/admin/"
	@echo "  An account:   $(BIN)/python manage.py createsuperuser"
	@echo "  Stop:         Ctrl-C"
	@echo
	@exec $(BIN)/gunicorn zzarchive.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 \
	  --limit-request-line 8190 --no-control-socket --log-level warning

test: .venv/test-ready messages chromium check
	@$(BIN)/python -m pytest -n 2

check: .venv/test-ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

prepared: .venv/ready messages
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0

# The interface's Chinese; compiled by Babel, so that no system package is needed.
.PHONY: messages
messages: locale/zh_Hans/LC_MESSAGES/django.mo
locale/zh_Hans/LC_MESSAGES/django.mo: locale/zh_Hans/LC_MESSAGES/django.po | .venv/ready
	@$(BIN)/pybabel --quiet compile --domain django --directory locale --statistics

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "zzarchive needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version)." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "No virtual environment could be made. On Debian: apt-get install python3-venv" >&2; exit 1; }

.venv/ready: requirements.txt | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

.venv/test-ready: requirements-test.txt .venv/ready | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-test.txt
	@touch $@

# The browser tests drive Debian's chromium, with a font for its Chinese.
chromium:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing chromium for the browser tests …"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null; \
	  else \
	    echo "The browser tests need chromium. On Debian: sudo apt-get install chromium fonts-noto-cjk" >&2; \
	    echo "The other tests run without it:  $(BIN)/python -m pytest -m 'not browser'" >&2; exit 1; \
	  fi; }
