"""`python -m evals`."""

from evals.cli import app
from store.command_line import run

run(app)
