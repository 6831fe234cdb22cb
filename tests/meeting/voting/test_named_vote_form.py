"""A vote by name on a form: the whole of it is taken, or nothing."""

from __future__ import annotations

from typing import Any

from forms import choices_of, fill, rows_of
from harness import Jinlin
from meeting.conftest import HALL


def filled(hall: Jinlin, votes: dict[str, str], **how: Any) -> None:
    hall("meeting", "vote", "template", "M1", "1", "-o", "票.xlsx", "--force")
    fill(hall, "票.xlsx", {name: {"表态": said} for name, said in votes.items()}, **how)


def taken(hall: Jinlin, *words: str, code: int = 0) -> Any:
    line = ("meeting", "vote", "import", "M1", "1", "票.xlsx", "--yes", "--json", *words)
    return hall(*line, code=code).data


ALL = dict.fromkeys(HALL[:10], "赞成")


def test_who_may_vote_and_is_there_stands_on_it(hall: Jinlin) -> None:
    filled(hall, {})
    assert [row["姓名"] for row in rows_of(hall, "票.xlsx")] == list(HALL[:10])
    assert choices_of(hall, "票.xlsx") == {"表态": ["赞成", "反对", "弃权"]}


def test_a_vote_comes_back_by_name_once_and_is_undone(hall: Jinlin) -> None:
    filled(hall, {**ALL, HALL[3]: "反对"})
    before = hall.dump()
    got = taken(hall)
    assert (got["added"], got["changed"]) == (10, 0)
    assert "M1-V1" in got["notes"][0]
    row = hall("meeting", "votes", "M1", "--json").data[0]
    assert (row["in_favour"], row["against"]) == (9, 1)
    now = hall.dump()
    assert (taken(hall)["unchanged"], hall.dump()) == (10, now)
    hall("undo", "--yes")
    assert hall.dump() == before


def test_an_empty_cell_is_no_vote_and_wants_a_word(hall: Jinlin) -> None:
    filled(hall, dict.fromkeys(HALL[:9], "赞成"))
    before = hall.dump()
    assert "--未投票" in hall(
        "meeting", "vote", "import", "M1", "1", "票.xlsx", "--yes", code=1
    ).err  # fmt: skip
    assert hall.dump() == before
    got = taken(hall, "--not-voting", "1")
    assert HALL[9] in got["notes"][-1]


def test_one_wrong_row_and_nothing_is_taken(hall: Jinlin) -> None:
    before = hall.db.read_bytes()
    for votes, added in (
        ({**ALL, HALL[0]: "也许"}, []),
        (ALL, [{"姓名": HALL[0], "表态": "反对"}]),
        (ALL, [{"姓名": "路人", "表态": "赞成"}]),
        (ALL, [{"表态": "赞成"}]),
    ):
        filled(hall, votes, added=added)
        error = hall("meeting", "vote", "import", "M1", "1", "票.xlsx", "--yes", "--json", code=5)
        [row] = error.error["rows"]
        assert row["column"] in {"姓名", "表态"}
        assert hall.db.read_bytes() == before


def test_a_vote_said_otherwise_needs_the_word_and_the_reason(hall: Jinlin) -> None:
    filled(hall, ALL)
    taken(hall)
    filled(hall, {**ALL, HALL[3]: "反对"})
    hall("meeting", "vote", "import", "M1", "1", "票.xlsx", "--yes", code=1)
    got = taken(hall, "--revise", "V1", "--reason", "记错一票")
    assert (got["added"], got["changed"]) == (0, 10)


def test_another_item_s_form_is_refused_and_a_renamed_header_named(hall: Jinlin) -> None:
    filled(hall, ALL, renamed={"表态": "她的票"})
    words = ("--map", "她的票=表态", "--yes")
    hall("meeting", "vote", "import", "M1", "2", "票.xlsx", *words, code=5)
    hall("meeting", "vote", "import", "M1", "1", "票.xlsx", "--yes", code=5)
    assert taken(hall, *words[:2])["added"] == 10


def test_another_question_of_the_item_answered_alike_is_a_vote_of_its_own(hall: Jinlin) -> None:
    filled(hall, ALL)
    taken(hall, "--question", "方案甲")
    got = taken(hall)
    assert (got["added"], got["unchanged"]) == (10, 0)
    assert (taken(hall)["unchanged"], taken(hall, "--question", "方案甲")["unchanged"]) == (10, 10)
