"""What the three papers refuse, in words; nothing is written then."""

from __future__ import annotations

import pytest
from elevator.projects import adopted, project
from harness import Jinlin, seeded


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    jinlin("elevator", "agreement", "3-1-502")
    return jinlin


@seeded
def voting(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    jinlin("elevator", "ballot", "open", "--closes", "11-20", "--fund")
    return jinlin


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("ballot", "3-1-502", "同意"), 3, "No ballot of X1"),
        (("ballot", "list"), 3, "No ballot of X1"),
        (("ballot", "end", "--reason", "改"), 3, "No ballot of X1 is open"),
        (("ballot", "open", "--closes", "2026-11-20", "--scheme-needs", "过半数"), 2, "must stand somewhere"),
        (("agreement", "3-1-101"), 1, "pays nothing"),
        (("agreement", "3-1-502"), 1, "that holds"),
        (("agreement", "withdraw", "3-1-402", "--reason", "悔"), 3, "signed no payment agreement"),
        (("agreement", "withdraw", "3-1-502", "--reason", "悔", "--date", "2026-11-04"), 1, "signed only on"),
        (("consult", "3-1-502", "同意", "--date", "2026-08-01"), 1, "began only on"),
        (("agreement", "3-1-602", "--signed", "张三"), 1, "Not a registered owner"),
        (("affected", "settle", "3-1-101", "--how", "谈妥"), 3, "not on the list"),
    ],
)  # fmt: skip
def test_it_is_refused_in_words_and_nothing_is_written(
    house: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    before = house.dump()
    got = house("elevator", *words, code=None, lang="en")
    assert (got.code, said in got.err) == (code, True), got.err
    assert house.dump() == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("ballot", "3-1-502", "同意", "--question", "维修资金", "--fund", "同意"), 2, "said twice"),
        (("ballot", "3-1-502", "同意", "--signed", "业主戊二", "--agent", "张三"), 2, "owners, an agent or a tenant"),
        (("ballot", "open", "--closes", "11-25"), 1, "open until 2026-11-20"),
        (("adopt", "E1", "--yes"), 1, "in force already"),
    ],
)  # fmt: skip
def test_an_open_ballot_refuses_in_words(
    voting: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    before = voting.dump()
    got = voting("elevator", *words, code=None, lang="en")
    assert (got.code, said in got.err) == (code, True), got.err
    assert voting.dump() == before


def test_a_vote_on_the_fund_alone_leaves_the_scheme_open(voting: Jinlin) -> None:
    got = voting("elevator", "ballot", "3-1-502", "--fund", "反对", "--json").data
    assert got["votes"] == {"fund": "against"}
    voting("elevator", "ballot", "3-1-502", "同意", "--fund", "同意", "--reason", "想通了")
    assert voting.sql(
        "SELECT question, choice FROM elevator_vote WHERE superseded_at IS NULL ORDER BY question"
    ) == [("fund", "for"), ("scheme", "for")]


def test_a_ballot_opens_on_a_share_that_stands_somewhere(house: Jinlin) -> None:
    words = ("--closes", "11-20", "--scheme-needs", "过半数", "--source", "街道2026年通知")
    got = house("elevator", "ballot", "open", *words, "--no-fund", "--json").data
    assert [one["source"] for one in got["questions"]] == ["街道2026年通知"]


def test_no_agreement_before_a_version_is_in_force(jinlin: Jinlin) -> None:
    project(jinlin)
    before = jinlin.dump()
    err = jinlin("elevator", "agreement", "3-1-502", code=1, lang="en").err
    assert "No version of the scheme is in force" in err
    assert jinlin.dump() == before
