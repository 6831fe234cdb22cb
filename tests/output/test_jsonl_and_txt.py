"""Listings as JSON Lines, out and in again, and as text to paste."""

from __future__ import annotations

import json
from typing import Any

import pytest
from harness import Jinlin

WORDS = ["issue", "member", "household", "building", "log"]


def lines_of(jinlin: Jinlin, name: str) -> list[dict[str, Any]]:
    text = (jinlin.folder / name).read_text("utf-8")
    assert text.endswith("\n") or not text
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("noun", WORDS)
def test_each_line_is_a_row_of_the_json_listing(example: Jinlin, noun: str) -> None:
    words = [noun] if noun == "log" else [noun, "list"]
    rows = example(*words, "--json").data
    example(*words, "-o", "全部.jsonl")
    assert lines_of(example, "全部.jsonl") == rows
    assert len(rows) > 2


def test_a_record_is_one_line_and_whole(example: Jinlin) -> None:
    whole = example("issue", "show", "43", "--json").data
    example("issue", "show", "43", "-o", "43.jsonl")
    assert lines_of(example, "43.jsonl") == [whole]


def test_an_exported_register_comes_in_again(example: Jinlin) -> None:
    before = example("member", "list", "--unmask", "--json").data
    example("member", "export", "-o", "党员.jsonl", "--yes")
    assert len(lines_of(example, "党员.jsonl")) == len(before)
    assert example("member", "import", "党员.jsonl", "--yes", "--json").data["unchanged"] == len(
        before
    )
    example("member", "edit", before[-1]["number"], "--employer", "无")
    assert example("member", "import", "党员.jsonl", "--yes", "--json").data["changed"] == 1
    assert example("member", "list", "--unmask", "--json").data == before


def test_one_line_is_a_register_of_one(jinlin: Jinlin) -> None:
    (jinlin.folder / "一.jsonl").write_text('{"name": "王甲", "phone": "13800138000"}\n', "utf-8")
    assert jinlin("member", "import", "一.jsonl", "--yes", "--json").data["added"] == 1
    (jinlin.folder / "坏.jsonl").write_text('{"name": "王乙"}\n{"name": \n', "utf-8")
    assert "坏.jsonl" in jinlin("member", "import", "坏.jsonl", "--yes", code=5).err


def test_text_has_every_row_masked_in_lines_of_a_page(example: Jinlin) -> None:
    phone = example("member", "list", "--unmask", "--json").data[0]["phone"]
    example("member", "list", "-o", "名册.txt")
    text = (example.folder / "名册.txt").read_bytes().decode("utf-8-sig")
    rows = example("member", "list", "--json").data
    assert [row["number"] for row in rows] == [
        line.split()[0] for line in text.splitlines() if line.startswith("P")
    ]
    assert phone not in text
    assert f"{phone[:3]}****{phone[-4:]}" in text
    assert all(len(line.encode("gb18030")) <= 80 for line in text.splitlines())
