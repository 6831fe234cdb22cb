"""The sentences of both languages: the same keys, the same places, none of the forbidden words."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterable
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import jinlin.issue
import jinlin.report
from jinlin.core.days.stretch import Length
from jinlin.elevator.rules.stages import Stage
from jinlin.issue.rules.statuses import OPEN
from jinlin.member.rules.purses import Purse
from jinlin.report.edition.wording import wording
from jinlin.report.rules.due import REPORT_DAYS

FORBIDDEN = [
    "零投诉", "圆满", "高度重视", "取得显著成效", "全覆盖", "欠费户", "欠费名单", "钉子户", "落后户", "刺头",
    "不配合户", "100%满意", "党支部决定收取", "党支部批准加装", "视为同意", "志愿服务记录证明", "红头",
    "发文字号", "印章",
]  # fmt: skip
FREE_PLACES = {"date.month", "date.day", "date.full", "date.short", "marks.numbers", "charts.month"}
ALWAYS = {"this", "before", "next", "end", "report"}
"""Words for the period, which one language may need where another does not."""
"""Sentences that may fill other places in another language."""

LABELS: dict[str, Iterable[str]] = {
    "unfinished": {status.value for status in OPEN},
    "purses": set(Purse),
    "stages": set(Stage),
    **{length.value: {"this", "before", "next", "end", "report"} for length in REPORT_DAYS},
    "date": REPORT_DAYS.keys() - {Length.QUARTER},
}
"""Tables whose keys are words that the database stores."""


def sentences(language: str) -> dict[str, Any]:
    text = resources.files(jinlin.report).joinpath(f"wording.{language}.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    return {f"{table}.{key}": text for table, keys in tables.items() for key, text in keys.items()}


def places(text: str) -> set[str]:
    named = {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}
    return named - ALWAYS


def test_both_languages_have_the_same_sentences() -> None:
    assert sentences("zh").keys() == sentences("en").keys()


def test_both_languages_fill_the_same_places() -> None:
    zh, en = sentences("zh"), sentences("en")
    differing = [key for key in zh if key not in FREE_PLACES and places(zh[key]) != places(en[key])]
    assert differing == []


@pytest.mark.parametrize("word", FORBIDDEN)
def test_forbidden_words_are_in_no_sentence(word: str) -> None:
    assert not [key for key, text in sentences("zh").items() if word in text]


def test_no_english_word_stands_in_a_chinese_sentence() -> None:
    plain = {
        k: re.sub(r"\{[^}]*\}|--行数 all", "", str(text)) for k, text in sentences("zh").items()
    }
    assert not [key for key, text in plain.items() if re.search("[A-Za-z]", text)]


def test_every_sentence_is_used() -> None:
    folder = Path(str(resources.files(jinlin.report)))
    code = "\n".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    labels = {f"{table}.{word}" for table, words in LABELS.items() for word in words}
    built = {"issues.more_percent", "issues.fewer_percent"}
    assert not [
        key
        for key in sentences("zh").keys() - labels - built
        if f'"{key}"' not in code and f'"{key.partition(".")[2]}"' not in code
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("table", LABELS)
def test_every_stored_word_has_a_label(language: str, table: str) -> None:
    assert {f"{table}.{word}" for word in LABELS[table]} <= sentences(language).keys()


def test_a_day_of_another_year_is_told_with_its_year() -> None:
    say = wording("zh", Length.MONTH, 2026)
    assert say.day(date(2026, 1, 8)) == "1月8日"
    assert say.day(date(2025, 12, 20)) == "2025年12月20日"
