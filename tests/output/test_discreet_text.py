"""Free text leaves the house without anybody's name, number or door, however it was written."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.issue.privacy.redaction import Redactor
from jinlin.output.listing.discretion import Redaction, discreet
from jinlin.output.listing.spotting import Names, spots

ORDINARY = Path(__file__).parents[1] / "data" / "ordinary_titles.txt"
WAYS = {
    "13912345678": [
        "+8613912345678", "+86 139 1234 5678", "139.1234.5678", "139 1234 5678", "139-1234-5678",
        "１３９１２３４５６７８", "139\u200b1234\u200b5678", "1391 234 5678", "1 3 9 1 2 3 4 5 6 7 8",
    ],
    "0591-87654321": ["0591-87654321", "(0591)87654321", "0591 8765 4321", "059187654321"],
    "502": ["3/1/502", "3-1-502", "3#1-502", "3号楼1单元502", "３号楼１单元５０２", "3—1—502", "3幢 502室"],
    "五〇二": ["五〇二", "五零二室", "3栋二单元五〇二", "3号楼五〇二"],
    "闽A12345": ["闽A 12345", "闽A·12345", "闽AD12345", "闽a12345", "闽 A12345", "闽A 123 45"],
    "6222021234567890123": ["6222021234567890123", "6222 0212 3456 7890", "6222-0212-3456-7890-123"],
    "QQ": ["QQ 12345678", "QQ：12345678", "qq号12345678", "扣扣12345678"],
    "微信": ["微信 lin_xiuying88", "微信号：abc12345", "vx:abc12345"],
    "@": ["lin.xy@example.com"],
    "35010219900101123X": ["35010219900101123X", "350102 19900101 123X", "３５０１０２１９９００１０１１２３Ｘ"],
}  # fmt: skip
TOLD = ("1234", "12345", "5678", "8765", "5 6 7 8", "502", "五〇二", "五零二", "7890", "xiuying", "abc", "lin",
        "０２", "５６")  # fmt: skip


@pytest.mark.parametrize("text", [way for ways in WAYS.values() for way in ways])
def test_numbers_plates_and_doors_are_hidden_however_written(text: str) -> None:
    said = f"住户{text}说漏水"
    public, handed_in = Redactor(Names(()), ()).nameless(said), discreet(said)
    assert not [part for part in TOLD if part in public]
    assert not [part for part in ("502", "五") if part in handed_in]
    assert public[-3:] == handed_in[-3:] == "说漏水"
    assert handed_in != said


@given(
    st.sampled_from(["张美华", "欧阳小兰", "买买提·吐尔逊", "John Smith", "李华"]),
    st.lists(st.sampled_from(["", " ", "\u3000", "\u200b", "\u2060", "\ufeff"]), min_size=20, max_size=20),
    st.text(st.sampled_from("，。在3号楼路灯不亮"), max_size=8),
)  # fmt: skip
def test_a_known_name_is_hidden_with_whatever_stands_between(
    name: str, between: list[str], around: str
) -> None:
    written = "".join(char + gap for char, gap in zip(name, between, strict=False))
    said = discreet(f"{around}，{written}，{around}", [name])
    assert not set(name[2:]) - set("· Smith") & set(said)
    assert (said[: len(around)], said[len(said) - len(around) :]) == (around, around)


def test_a_name_within_a_latin_word_is_none() -> None:
    assert discreet("light, Li Na", ["Li", "Li Na"]) == "light, L**"


def test_nothing_ordinary_is_touched() -> None:
    titles = ORDINARY.read_text("utf-8").splitlines()
    assert len(titles) > 300
    redactor = Redactor(Names(()), ())
    touched = [t for t in titles if redactor.nameless(t) != t or discreet(t) != t]
    assert touched == []


def test_spots_follow_each_other_and_never_overlap() -> None:
    text = "张美华（13912345678，QQ 12345678）住3-1-502，梁祎姝说闽A12345"
    found = spots(text, Names(["张美华"]))
    assert [spot.what.value for spot in found] == [
        "name", "phone", "number", "door", "likely", "plate",
    ]  # fmt: skip
    assert all(one.end <= other.start for one, other in pairwise(found))


def in_chinese(public: str) -> str:
    """Return a text as it reads in Chinese, where no blank parts 某居民 from the words beside it."""
    return re.sub(" ?a resident ?", "某居民", public)


ROOMS = [
    ("202与周敏家漏水", "***与某居民家漏水"),
    ("202的余志远来了", "***的某居民来了"),
    ("202麻将扰民", "***麻将扰民"),
    ("202业主多次反映", "***业主多次反映"),
    ("楼上202漏水", "楼上***漏水"),
    ("202与502协商", "***与***协商"),
    ("202多次投诉", "***多次投诉"),
    ("1502天天吵", "***天天吵"),
    ("请202、1502搬走", "请***、***搬走"),
]


@pytest.mark.parametrize(("text", "public"), ROOMS)
def test_a_bare_room_is_hidden_wherever_a_text_leaves_the_house(text: str, public: str) -> None:
    known = Names(["余志远"])
    assert in_chinese(discreet(text, known, form=Redaction.PUBLIC)) == public
    assert in_chinese(Redactor(known, ()).nameless(text)) == public
    assert "02" not in discreet(text)
    assert "02" in discreet(text, doors=True)


def test_a_room_on_record_is_one_where_nothing_stands_beside_it_and_counts_nothing() -> None:
    known = Names((), rooms=["202", "1502"])
    assert discreet("见：202", known) == "见：***"
    assert discreet("见：203", known) == "见：203"
    for said in ("202元", "202 元", "202户", "202人", "202号文", "共202", "0591-202", "202.50",
                 "第202条", "2026年", "1,202.00", "202㎡", "同意 202", "2026-202", "12月1502次", "灯\t202\t3"):  # fmt: skip
        assert discreet(said, known) == said


def test_who_calls_it_says_in_which_form_somebody_is_hidden() -> None:
    said = "余志远与周敏的事，小李说，周女士来，3-1-502"
    assert discreet(said, ["余志远", "周敏"]) == "余**与周**的事，小李说，周女士来，3-1-***"
    public = discreet(said, ["余志远", "周敏"], form=Redaction.PUBLIC)
    assert public == "a resident 与 a resident 的事，a resident 说，a resident 来，3-1-***"
    assert in_chinese(public) == "某居民与某居民的事，某居民说，某居民来，3-1-***"
