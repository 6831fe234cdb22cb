"""The kinds of meeting and the words for them."""

from __future__ import annotations

from collections import Counter

import pytest
from harness import Jinlin

from jinlin.core.errors import NotFoundError
from jinlin.meeting.rules.kinds import meeting_types, parse_type, type_name


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("支委会", "committee_meeting"),
        ("党员大会", "general_meeting"),
        ("支部党员大会", "general_meeting"),
        ("党小组会", "group_meeting"),
        ("党课", "party_lecture"),
        ("主题党日", "party_day"),
        ("周五议事日", "friday_council"),
        ("听证会", "complex_hearing"),
        ("联席会", "joint_meeting"),
        ("业委会", "owners_committee"),
        ("committee-meeting", "committee_meeting"),
        ("Committee_Meeting", "committee_meeting"),
        ("general meeting of Party members", "general_meeting"),
        ("居民代表大会", "residents_meeting"),
        ("其他", "other"),
    ],
)
def test_what_people_call_a_meeting_is_understood(said: str, code: str) -> None:
    assert parse_type(said).code == code


def test_no_word_means_two_kinds() -> None:
    words: Counter[str] = Counter()
    for known in meeting_types().values():
        words.update({known.code, *known.names.values(), *known.spoken})
    assert [word for word, times in words.items() if times > 1] == []
    for word in words:
        assert parse_type(word) is not None


def test_every_kind_is_complete_in_both_languages() -> None:
    for known in meeting_types().values():
        assert set(known.names) == {"zh", "en"}
        assert set(known.frequencies) == set(known.chairs)
        assert bool(known.frequencies) == bool(known.basis)


def test_an_unknown_kind_lists_all() -> None:
    with pytest.raises(NotFoundError) as refused:
        parse_type("茶话会")
    assert all(known.name in refused.value.hint for known in meeting_types().values())


def test_a_code_of_a_later_version_stands_for_itself() -> None:
    assert type_name("video_meeting") == "video_meeting"


def test_the_kinds_are_listed(jinlin: Jinlin) -> None:
    rows = jinlin("meeting", "types", "--json", lang="en").data
    assert [row["type"] for row in rows] == list(meeting_types())
    assert rows[0]["frequency"] == "once a quarter"
    assert "支部党员大会" in jinlin("meeting", "types").out


def test_codes_stand_in_the_data_and_words_on_the_screen(jinlin: Jinlin) -> None:
    page = jinlin("meeting", "types", "支委会").out
    assert not {"committee_meeting", "1/month", ">=1/2", ">1/2"} & set(page.split())
    assert "半数以上" in page
    assert jinlin("meeting", "types", "支委会", "--json").data["code"] == "committee_meeting"
    shown = jinlin("meeting", "matters").out
    assert "procedure" not in shown
    assert "选聘物业" in "".join(shown.split()) or "选聘物" in shown
    assert jinlin("meeting", "matters", "--json").data[0]["matter"] == "rules_of_procedure"
    jinlin("meeting", "add", "--type", "爱心日", "--time", "2026-11-03", "--item", "义诊")
    said = jinlin("meeting", "vote", "M1", "1", "--for", "1", "--against", "0", code=1).err
    assert "charity_day" not in said
