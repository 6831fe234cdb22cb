"""Find people by whatever part of them is at hand: one SQL condition for every list."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.text import clean, folded
from jinlin.person.rules import person_number, phone_ending

_SPELLING: Final = re.compile(r"[a-z][a-z0-9·.' -]*")
_AFTER_LETTERS: Final = "{"
"""The character behind `z`: what begins with `zh` lies between `zh` and `zh{`."""
_LONGEST_SYLLABLE: Final = 6
_WITHOUT_AREA_CODE: Final = 8
"""What is longer, and no mobile, may reach over the dash of a landline."""


def matching(text: str, *, alias: str = "p") -> tuple[str, list[object]]:
    """Return a condition that finds people, and the values in it.

    A name, a part of one, the last four digits or more of a phone, `P12`, the pinyin of a name or
    its beginning (`zhangmei`), its initials (`zmh`), or the surname with initials (`zhangmh`).
    A number leads to the person whom a merge has kept. Whether somebody was removed is not asked
    here; who was forgotten is found by her number alone.

    Args:
        text: what somebody typed; an empty text finds nobody.
        alias: how the query calls the table `person`.
    """
    said = " ".join(clean(folded(text)).split())
    number = person_number(said)
    if number is not None:
        kept = "SELECT ifnull(k.merged_into, k.id) FROM person AS k WHERE k.number = ?"
        return f"{alias}.id = ({kept})", [number]
    ending = phone_ending(said.replace("-", ""))
    if ending is not None:
        whole = len(ending) <= _WITHOUT_AREA_CODE or ending[0] == "1"
        said_as = "{0} LIKE ?" if whole else "replace({0}, '-', '') LIKE ?"
        ends = [
            _in_index(alias, f"{column} IS NOT NULL AND {said_as.format(column)}")
            for column in ("x.phone", "x.other_phone")
        ]
        return f"({' OR '.join(ends)})", [f"%{ending}"] * len(ends)
    if not said:
        return "0", []
    letters = spelling(said)
    if letters is None:
        named = _in_index(alias, "instr(x.name, ?)")
        values: list[object] = [said.replace(" ", "")]
    else:
        sounds, values = _sounding(letters, alias)
        latin = _in_index(alias, f"x.name < '{_AFTER_LETTERS}' AND instr(lower(x.name), ?)")
        named = f"({sounds} OR {latin})"
        values.append(said.lower())
    return f"({alias}.forgotten_at IS NULL AND {named})", values


def sounding_exactly(letters: str, *, alias: str = "p") -> tuple[str, list[object]]:
    """Return a condition that finds people whose whole name is spelled so, or has these initials.

    Args:
        letters: as `spelling` returns them.
        alias: how the query calls the table `person`.
    """
    return f"({alias}.initials = ? OR {alias}.pinyin = ?)", [letters, letters]


def spelling(text: str) -> str | None:
    """Return the letters of a text that may be pinyin, in lower case; None when it is none."""
    said = folded(text).lower()
    return re.sub(r"[^a-z0-9]", "", said) if _SPELLING.fullmatch(said) else None


def _in_index(alias: str, condition: str) -> str:
    """Return a condition on one column of `x` that reads its index alone, not the whole table."""
    return f"{alias}.id IN (SELECT x.id FROM person AS x WHERE {condition})"


def _sounding(letters: str, alias: str) -> tuple[str, list[object]]:
    """Return the condition for pinyin, initials, and a first syllable with the other initials."""
    begins = f"{alias}.{{0}} >= ? AND {alias}.{{0}} < ?"
    either = [begins.format("pinyin"), begins.format("initials")]
    values: list[object] = [letters, letters + _AFTER_LETTERS] * 2
    for cut in range(2, min(len(letters), _LONGEST_SYLLABLE + 1)):
        either.append(f"{alias}.initials = ? AND {begins.format('pinyin')}")
        first = letters[:cut]
        values += [letters[0] + letters[cut:], first, first + _AFTER_LETTERS]
    return " OR ".join(f"({one})" for one in either), values
