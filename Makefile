# Two commands do everything: `make run` and `make test`. The environment is .venv; state lives under var/.

PYTHON ?= python3
PORT ?= 8501
PY := .venv/bin/python
COMPILE := uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 --group dev

.PHONY: run test gate bench lock

run: .venv/ready
	@$(PY) -m ingest build --first
	@# The policies can be asked about by now; the page takes up the whole library as soon as it is built.
	@$(PY) -m ingest build & $(PY) -m ui --port $(PORT)

test: .venv/ready
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -m pytest -q -rs -n 2 --dist loadfile --ignore tests/browser
	@# Apart: Playwright keeps an event loop running, in which other tests' own loops cannot start.
	@$(PY) -m pytest -q -rs tests/browser

# What is answered must not get worse. On an index of the policies alone, which is built in seconds.
gate: .venv/ready
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && export POLICY_HOME="$$home" && \
	$(PY) -m ingest build --first && \
	$(PY) -m evals run evals/datasets/notice-a.jsonl --name gate --no-failures && \
	$(PY) -m evals gate gate --gates evals/gates-notice-a.toml

bench: .venv/ready
	@$(PY) -m evals speed evals/datasets/*.jsonl
	@$(PY) -m evals growth evals/datasets/*.jsonl

lock: .venv/ready
	@.venv/bin/$(COMPILE) -o requirements.lock -q pyproject.toml

.venv/ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 run")'
	@echo "Installing the environment into .venv (a few minutes, once) ..."
	@$(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch .venv/ready
