"""What is to be known of the version that an answer cites."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.catalogue.versions import version_remark

LATER = "《中华人民共和国骑行法（2030年修订）》"


def test_a_version_that_is_in_force_already_is_not_announced_as_coming(assistant: Assistant) -> None:
    undated = replace(assistant.index.documents["cycling-law-2015"], in_force_until=None)
    remark = version_remark(assistant.index, undated, date(2032, 1, 1))
    assert remark is not None
    assert remark[0].endswith("2031年1月1日起施行，现在以它为准。")


@pytest.mark.parametrize(
    ("document", "as_of", "said"),
    [
        ("cycling-law-2030", date(2030, 11, 29), " This version is in force from 2031-01-01, and not on 2030-11-29."),
        ("cycling-law-2015", date(2030, 11, 29), f" {LATER} is in force from 2031-01-01 and prevails then."),
        (
            "cycling-law-2015",
            date(2031, 2, 1),
            f" This version was in force until 2030-12-31, and is not on 2031-02-01; {LATER} has replaced it.",
        ),
    ],
)
def test_it_is_said_in_english_to_who_asks_so(assistant: Assistant, document: str, as_of: date, said: str) -> None:
    remark = version_remark(assistant.index, assistant.index.documents[document], as_of, english=True)
    assert remark is not None
    assert remark[0] == said
