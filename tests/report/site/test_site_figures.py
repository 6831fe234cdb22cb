"""What the site says of a month is what the monthly report says."""

from __future__ import annotations

import pytest
from harness import Jinlin
from report.records import at, recording


@pytest.mark.parametrize(
    ("rated", "shown", "said"), [(9, "8", "（满意8件、不满意1件）"), (11, "90.9%", "满意率90.9%")]
)
def test_the_satisfaction_rate_is_that_of_the_report(
    jinlin: Jinlin, rated: int, shown: str, said: str
) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        for number in range(rated):
            word = "not_satisfied" if number == 0 else "satisfied"
            records.issue(
                at("10-05"), (at("10-06"), "closed", "closed_solved"), (at("10-07"), "rated", word)
            )
    jinlin("notice", "site", "站")
    pages = "".join(p.read_text("utf-8") for p in (jinlin.folder / "站").glob("*.html"))
    report = "".join(jinlin("report", "monthly", "2026-10", "--public").out.split())
    assert f">{shown}<" in pages
    assert said in report
