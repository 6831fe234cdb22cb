"""Whatever is typed about a meeting can be taken back, and its sentence names no resident."""

from __future__ import annotations

from harness import Jinlin, seeded


@seeded
def evening(held: Jinlin) -> Jinlin:
    """`M1` with what there may be in an evening; `M2` confirmed."""
    held("issue", "add", "路灯不亮", "--category", "公共照明", "--date", "2026-10-01")
    held("member", "add", "赵小梅")
    for number in ("M1", "M2"):
        if number == "M2":
            held(
                "meeting",
                "add",
                "--type",
                "邻里议事会",
                "--time",
                "2026-11-03 19:30",
                "--item",
                "食堂",
            )
        held("meeting", "attend", number, "林秀英", "赵小梅")
        held("meeting", "say", number, "1", "赵小梅", "不同意")
        held("meeting", "resolve", number, "请赵小梅协助", "--item", "1")
        held("meeting", "action", number, "走访赵小梅", "--due", "2026-11-20")
    held("meeting", "confirm", "M2", "--yes")
    return held


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("agenda", "--build"),
    ("agenda", "M1", "--build"),
    ("item", "M1", "赵小梅反映的事"),
    ("item", "M1", "--item", "1", "--note", "赵小梅：不同意"),
    ("item", "M1", "--item", "2", "--to", "1"),
    ("item", "M1", "--item", "2", "--remove"),
    ("item", "M1", "--item", "2", "改", "--settled", "--internal", "--branch-first"),
    ("open", "M1", "--time", "19:35"),
    ("close", "M1", "--time", "21:00"),
    ("say", "M1", "1", "赵小梅", "再说一句"),
    ("say", "M1", "2", "赵小梅", "改口", "--replace", "1", "--dissent"),
    ("unsay", "M1", "1"),
    ("resolve", "M1", "换灯", "--issue", "1", "--status", "已办结"),
    ("resolve", "M1-1", "请赵小梅一起办", "--due", "2026-12-01"),
    ("unresolve", "M1-1", "--reason", "赵小梅说记错了"),
    ("review", "M1-1", "--note", "赵小梅在办", "--next", "2027-01-01"),
    ("review", "M1-1", "--note", "不办了", "--revoke"),
    ("done", "M1-1"),
    ("action", "M1", "再走访", "--issue", "1"),
    ("action", "A1", "--percent", "40", "--note", "赵小梅"),
    ("done", "A1"),
    ("object", "M1", "赵小梅", "记错了"),
    ("confirm", "M1", "--yes"),
    ("correct", "M2", "赵小梅未到会", "--reason", "笔误"),
    ("edit", "M1", "--sent-to", "社区"),
)


def test_every_command_is_one_entry_that_undo_takes_back(evening: Jinlin) -> None:
    before = evening.dump()
    said = evening.sql("SELECT did, reverse FROM entry")
    undone = 0
    for words in COMMANDS:
        evening("meeting", *words)
        after = evening.dump()
        assert after != before, words
        entries = len(said)
        said = evening.sql("SELECT did, reverse FROM entry ORDER BY seq")
        assert len(said) == entries + undone + 1, words
        undone = 3
        assert "赵小梅" not in str(said[-1]), words
        evening("undo")
        assert evening.dump() == before, words
        evening("redo")
        assert evening.dump() == after, words
        evening("undo")
    for lang in ("zh", "en"):
        assert "赵小梅" not in evening("log", "--json", lang=lang).out


def test_a_rehearsal_leaves_the_file_as_it_was(evening: Jinlin) -> None:
    before = evening.db.read_bytes()
    for words in (
        ("agenda", "--build"), ("open", "M1", "--time", "19:35"), ("say", "M1", "1", "林秀英", "x"),
        ("resolve", "M1", "x"), ("action", "M1", "x"), ("done", "A1"), ("confirm", "M1"),
        ("close", "M1", "--time", "21:00"), ("remove", "M2"),
    ):  # fmt: skip
        evening("meeting", *words, "--dry-run", code=None)
        assert evening.db.read_bytes() == before, words
