"""Laws are named in full at their first mention, and in English by their English names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from house.sources import SOURCE

from jinlin.core.i18n import speaking_in
from jinlin.core.laws import basis_words


@pytest.mark.parametrize(
    ("kept", "english"),
    [
        ("《民法典》第二百七十八条", "Civil Code art. 278"),
        ("《民法典》第二百七十八条、第二百八十一条", "Civil Code arts 278 and 281"),
        (
            "《民法典》第二百七十八条第一款第五项、第二百八十一条；黄石2025年做法",
            "Civil Code arts 278, item 5, and 281; Huangshi's practice of 2025",
        ),
        ("《民法典》第二百七十八条第二款", "Civil Code art. 278, para. 2"),
        ("《民法典》第二百七十八条第一款第五项、第六项", "Civil Code art. 278, items 5 and 6"),
        ("议事规则第12条", "rules of procedure art. 12"),
        ("《物业管理条例》等；书记列席，无表决权",
         "Regulation on Property Management and others; the secretary sits in without a vote"),
        ("业主大会2024年定的办法，第三条", "业主大会2024年定的办法，第三条"),
    ],
)  # fmt: skip
def test_a_basis_is_said_in_english(kept: str, english: str) -> None:
    with speaking_in("en"):
        assert basis_words(kept) == english
    with speaking_in("zh"):
        assert basis_words(kept) == kept


def test_every_basis_that_comes_with_the_program_has_english_words() -> None:
    files = [path for path in SOURCE.rglob("*.toml") if path.name != "laws.toml"]
    kept = [text for file in files for text in _bases(tomllib.loads(file.read_text("utf-8")))]
    assert len(kept) > 80
    with speaking_in("en"):
        assert [text for text in kept if re.search("[\u3400-\u9fff]", basis_words(text))] == []


def _bases(data: Any) -> Iterator[str]:
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, dict | list):
            yield from _bases(value)
        elif key in {"basis", "source"}:
            yield value
