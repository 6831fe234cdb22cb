"""`jinlin member honour`: honours, with the facts as they were then."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded

ADD = ("member", "honour", "add", "林秀英", "--title", "优秀共产党员", "--from", "街道党工委")


@seeded
def honoured(jinlin: Jinlin) -> Jinlin:
    jinlin(*ADD, "--date", "2026-11-01")
    return jinlin


def test_an_honour_keeps_what_the_records_said_then(honoured: Jinlin) -> None:
    [listed] = honoured("member", "honour", "--json", "--unmask", "--yes").data
    assert (listed["name"], listed["title"], listed["given_on"]) == (
        "林秀英", "优秀共产党员", "2026-11-01",
    )  # fmt: skip
    before = honoured("member", "honour", "show", "1", "--json").data["facts"]
    assert "书记" in before
    honoured("member", "edit", "林秀英", "--employer", "市财政局")
    honoured("member", "honour", "edit", "1", "--note", "七一表彰")
    assert honoured("member", "honour", "show", "1", "--json").data["facts"] == before
    assert "林**" in honoured("member", "honour").out


def test_the_certificate_is_kept_by_its_digest_and_looked_after(honoured: Jinlin) -> None:
    (honoured.folder / "证书.pdf").write_bytes(b"%PDF-1")
    honoured("member", "honour", "edit", "1", "--file", "证书.pdf")
    honoured("db", "check")
    (honoured.folder / "证书.pdf").write_bytes(b"%PDF-2")
    assert "证书.pdf" in honoured("db", "check", code=None).out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((*ADD, "--date", "2026-11-01"), 1),
        ((*ADD, "--date", "2026-12-01"), 2),
        (("member", "honour", "add", "无此人", "--title", "好人", "--from", "街道"), 3),
        (("member", "honour", "add", "林秀英", "--title", "好人"), 2),
        (("member", "honour", "show", "9"), 3),
        (("member", "honour", "edit", "1", "--file", "没有.pdf"), 5),
    ],
)
def test_what_cannot_be_changes_nothing(
    honoured: Jinlin, words: tuple[str, ...], code: int
) -> None:
    before = honoured.db.read_bytes()
    honoured(*words, code=code)
    assert honoured.db.read_bytes() == before


def test_no_honour_is_an_empty_list_and_one_is_undone(jinlin: Jinlin) -> None:
    assert jinlin("member", "honour", "--json").data == []
    before = jinlin.dump()
    jinlin(*ADD)
    jinlin("undo", "--yes")
    assert jinlin.dump() == before
