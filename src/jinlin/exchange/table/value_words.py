"""The words people write in headers and cells, as `aliases.toml` keeps them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from jinlin.core.files.shipped import shipped
from jinlin.core.text import compact
from jinlin.exchange.table.fields import LABELS

_ASIDE = re.compile(r"\((?:必填|选填|可不填|单选|多选|自动|[如例][^()]*|required|optional)\)")
_ASKED = re.compile(r"(?<=姓名|房号|称呼|地址|楼栋)是(?:什么)?$")
_UNIT = re.compile(r"[(\[](?:㎡|m2|平方米|平米|万?元|人|yuan)[)\]]$")
_NUMBERING = re.compile(r"^\d{1,2}[、.．](?=\D)")
_SPACE_AND_STARS = re.compile(r"[\s_*]+")
_SIGNS = re.compile(r"[\W_]+")
_BREAK = re.compile(r"(?P<before>\S?)\s*[\r\n]\s*(?=(?P<after>\S?))")


class Handling(StrEnum):
    """What happens to a column that is recognised and was not asked for."""

    OPEN = "open"
    IGNORED = "ignored"
    LEFT_OUT = "left_out"
    CONSENT = "consent"
    CONFIDENTIAL = "confidential"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One thing a header may mean.

    Attributes:
        field: the field, a key of `LABELS`.
        handling: what happens to the column when nobody asked for it.
        uncertain: whether it may mean something else, so that any better column comes first.
    """

    field: str
    handling: Handling
    uncertain: bool


def normalised(header: str) -> str:
    """Return a header as the aliases are compared: without spaces, units, numbering, asking."""
    text = unicodedata.normalize("NFKC", header).lower()
    text = _SPACE_AND_STARS.sub("", text).rstrip(":")
    text = _UNIT.sub("", _ASIDE.sub("", text))
    return _ASKED.sub("", _NUMBERING.sub("", text).rstrip(":?"))


def bare(header: str) -> str:
    """Return a header of the branch's own without signs: `要什么？—理发` is `要什么(理发)`."""
    return _SIGNS.sub("", normalised(header))


def one_line(header: str) -> str:
    """Return a header without line breaks, which stay a space between Latin words."""
    return _BREAK.sub(
        lambda m: m["before"] + (" " if (m["before"] + m["after"]).isascii() else ""), header
    ).strip()


@cache
def _file() -> dict[str, Any]:
    return shipped("exchange/table/aliases.toml")


@cache
def meanings() -> Mapping[str, tuple[Meaning, ...]]:
    """Return what each normalised header may mean, in the order of `aliases.toml`."""
    found: dict[str, list[Meaning]] = {}
    for group in _file().values():
        for entry in group if isinstance(group, list) else ():
            _add_entry(found, entry)
    return {header: tuple(of) for header, of in found.items()}


def _add_entry(found: dict[str, list[Meaning]], entry: Mapping[str, Any]) -> None:
    field, handling = entry["field"], Handling(entry.get("handling", Handling.OPEN))
    sure = [field, LABELS[field], *entry["aliases"], *entry.get("english", ())]
    for uncertain, headers in ((False, sure), (True, entry.get("uncertain", ()))):
        for header in dict.fromkeys(map(normalised, headers)):
            meaning = Meaning(field=field, handling=handling, uncertain=uncertain)
            found.setdefault(header, []).append(meaning)


@lru_cache(maxsize=4096)
def value_meaning(kind: str, text: str) -> str | None:
    """Return the stored word for what somebody wrote in a cell.

    Args:
        kind: a table under `values` in `aliases.toml`: `answer`, `yes_no`.
        text: the cell; the stored word itself is understood too.

    Returns:
        The stored word, such as `not_reached` for `没人`; None when nobody knows it.
    """
    said = compact(text)
    words, beginnings = _file()["values"][kind], _file()["beginnings"].get(kind, {})
    for stored, known in words.items():
        if said == stored.replace("_", "") or said in map(compact, known) or text == stored:
            return str(stored)
    for stored, starts in beginnings.items():
        if said.startswith(tuple(starts)):
            return str(stored)
    return None


@cache
def blank_words() -> frozenset[str]:
    """Return what people write into a cell to say that nothing is known: `无`, `/`, `不详`."""
    return frozenset(_file()["cells"]["blank"])


@cache
def ditto_words() -> frozenset[str]:
    """Return what people write into a cell to repeat the one above: `同上`, `〃`."""
    return frozenset(_file()["cells"]["ditto"])
