"""What a clause speaks against without a word of denial: who acts."""

import pytest

from assistant.contrast import other_actor


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("省水利厅可以审批吗", True),
        ("省里能不能直接审批", True),
        ("市政府负责审批吗", False),
        ("国家级集市由谁审批", False),
    ],
)
def test_the_office_that_acts_is_of_another_level(question: str, other: bool) -> None:
    assert other_actor(question, "集市由所在地的市政府审批。") == other
