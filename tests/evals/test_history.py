"""Which runs make a trend."""

from evals.history import history
from evals.runs import Run
from evals.score import as_json, score

CONDITIONS = {"started": "2026-01-01", "asked": {"repeat": 1, "limit": None}, "datasets": {"a.jsonl": "sha"}}


def test_runs_on_the_same_questions_with_their_stored_figures(tmp_path, make_case, corpus):
    def keep(name, *texts, **conditions):
        run = Run(tmp_path / name)
        run.start(CONDITIONS | conditions, [], corpus)
        if texts:
            run.write_json("scores.json", as_json([score(make_case(text, facts=[["甲"]])) for text in texts]))
        return run

    first = keep("first", "甲", "乙")
    mended = keep("mended", "甲", datasets={"a.jsonl": "other sha"})
    old = keep("old")
    (old.folder / "scores.json").write_text('{"all": {"n": 1}}')
    others = [
        keep("part", "甲", asked={"repeat": 1, "limit": 5}),
        keep("other", "甲", datasets={"b.jsonl": "sha"}),
        keep("unscored"),
        old,
    ]
    past = history([first, *others, mended], mended)
    assert [(one.run.name, one.summary.rates["right"].value) for one in past] == [("first", 0.5), ("mended", 1)]
    assert past[0].summary.rates["right"].n == 2
