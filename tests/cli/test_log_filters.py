"""`jinlin log` is asked by the same words as every listing."""

from __future__ import annotations

from datetime import timedelta

from harness import Jinlin


def test_the_log_is_asked_by_day_person_and_words(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮", "--category", "设施", "--user", "王芳")
    jinlin.now += timedelta(days=1)
    jinlin("issue", "add", "水管漏水", "--category", "设施", "--user", "李明")

    def seqs(*words: str) -> list[int]:
        return [row["seq"] for row in jinlin("log", *words, "--json").data]

    whole = seqs()
    assert seqs("--from", "today") == whole[:1]
    assert seqs("--to", "yesterday") == whole[1:]
    assert seqs("--by", "王芳,没有的人") == whole[1:2]
    assert seqs("--text", "0002") == whole[:1]
    assert seqs("--text", "0001", "--text", "0002") == []
    assert seqs("2026-0001", "--text", "0001") == whole[1:2]
    assert "1" in jinlin("log", "--limit", "1", "--from", "yesterday", lang="en").out
    assert "没有符合条件" in jinlin("log", "--text", "没有这个").out
    assert "--文字 水管" in jinlin("log", "--head", "--text", "水管", code=2).err
