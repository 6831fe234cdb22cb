"""The report on a busy month is one sheet of paper; what has no room on it is an attachment."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from report.records import Records, at, in_memory, month

from jinlin.core.i18n import install
from jinlin.documents.fitting import fitted, sheets
from jinlin.documents.measures import Laid
from jinlin.documents.page import Items, Page
from jinlin.report.edition.pages import report_pages
from jinlin.report.edition.wording import wording
from jinlin.report.figures.queries import period_figures

CATEGORIES = (
    "lighting", "refuse", "fire", "noise_home", "pm_service", "business", "care_service", "other",
    "roof_wall", "green",
)  # fmt: skip
"""One of each group, and two more."""
SAID = "支部和物业已会同社区上门劝导四次，相关业主仍不同意，无执法权"
"""A sentence as long as people write them."""


def pages(
    issues: int, *, requests: int = 3, resolutions: int = 6, language: str = "zh"
) -> list[Page]:
    """Return the report on a month with so many issues, a third of which are still open."""
    tx = in_memory(datetime(2026, 11, 5, 4, tzinfo=UTC))
    records = Records(tx)
    towers = [records.building(str(number)) for number in range(1, 9)]
    for number in range(issues):
        closed = [(at("10-20"), "closed", "closed_solved"), (at("10-21"), "rated", "satisfied")]
        records.issue(
            at("10-05"), *(closed if number % 3 else ()), building=towers[number % 8],
            category=CATEGORIES[number % 10], due=f"2026-11-{number % 28 + 1:02}",
        )  # fmt: skip
    for number in range(requests):
        asked = records.issue(
            at("10-06"), (at("10-07"), "escalated", "escalated"), building=towers[number % 8],
            title="单元门口长期堆放杂物影响通行",
        )  # fmt: skip
        tx.insert(
            "escalation", issue_id=asked, level="street", escalated_at=at("10-07"), request=SAID,
            stuck=SAID, work_done=SAID, departments="城管、公安", wanted_by="2026-11-20",
        )  # fmt: skip
    for number in range(resolutions):
        decided = [(f"{SAID}，提请业主大会表决", "郑国梁", f"2026-11-{number % 15 + 10}")]
        records.meeting(at(f"10-{number % 15 + 10}"), "neighbours_council", resolutions=decided)
    for kind in ("committee_meeting", "general_meeting", "party_day", "friday_council"):
        records.meeting(at("10-25"), kind)
        records.meeting(at("11-20"), kind)
    install(language)
    return report_pages(
        period_figures(tx, month(2026, 10)), wording(language, month(2026, 10).length, 2026)
    )


@pytest.mark.parametrize("issues", [5, 30, 60])
def test_a_month_is_one_sheet(issues: int) -> None:
    [page] = pages(issues)
    assert sheets(Laid(page, fitted([page]))) == 1


@pytest.mark.parametrize("issues", [5, 60])
def test_a_month_is_one_sheet_in_english_too(issues: int) -> None:
    page, *_attached = pages(issues, language="en")
    assert sheets(Laid(page, fitted([page]))) == 1


@pytest.mark.parametrize(("requests", "resolutions"), [(12, 12), (20, 0), (0, 30)])
def test_what_has_no_room_is_attached(requests: int, resolutions: int) -> None:
    page, attachment = pages(60, requests=requests, resolutions=resolutions)
    assert sheets(Laid(page, fitted([page, attachment]))) == 1
    shown, attached = (
        [text for block in one.blocks if isinstance(block, Items) for text in block.texts]
        for one in (page, attachment)
    )
    asked = [text for text in (*shown, *attached) if SAID in text]
    assert len(asked) == requests + resolutions
    assert attached
