"""How the figures of one question set have moved from run to run."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from evals.runs import Run
from evals.score import Summary

_SUMMARY = TypeAdapter(Summary)


@dataclass(frozen=True, slots=True)
class Past:
    """A run and the figures it reached, as they were scored last."""

    run: Run
    summary: Summary


def history(runs: Iterable[Run], like: Run) -> list[Past]:
    """Those of `runs` that asked the same answerer the same selection of the same question sets as `like`, in order.

    A run that was never scored, or by a version that kept other figures, is left out. Raises DatasetError.
    """
    return [past for run in runs if _asked(run) == _asked(like) and (past := _past(run))]


def _asked(run: Run) -> tuple[object, object]:
    """The selection, and the question sets by name: a set that was mended since is still the same set."""
    return run.manifest["asked"], sorted(run.manifest["datasets"])


def _past(run: Run) -> Past | None:
    try:
        scores = json.loads((run.folder / "scores.json").read_text(encoding="utf-8"))
        return Past(run, _SUMMARY.validate_python(scores["all"]))
    except (OSError, ValueError, KeyError, ValidationError):
        return None
