"""Several people or several numbers in one cell: `张三（夫）李四（妻）`, `138…/139…（儿子）`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.core.people.phone import read_phone
from jinlin.core.people.surnames import DOUBLE_SURNAMES
from jinlin.exchange.table.rows import Row, without_padding

_SURELY: Final = "、,，/／;；|\n"
_PERHAPS: Final = "+&＆"
"""They stand between two people, and within the name of a firm: `A&B公司`."""
_BETWEEN: Final = _SURELY + _PERHAPS
_ONE_NAME: Final = re.compile(r"[\u3400-\u9fff·]{1,5}")
_HAN: Final = re.compile(r"[\u3400-\u9fff·()（）\s]+")
_ONE: Final = re.compile(rf"(?P<name>[^()（）{_BETWEEN}]+)(?:[(（](?P<note>[^()（）]*)[)）])?")
_NUMBER: Final = re.compile(
    rf"(?P<before>[^\d()（）{_BETWEEN}+]*)(?P<number>\+?\d[\d \-—–－]{{5,20}}(?:转\d{{1,6}})?)\s*"
    r"(?:[(（](?P<note>[^()（）]*)[)）]|(?P<after>[^\d\s()（）、,，/／;；|+&＆]{1,8}))?"
)
_MOBILE: Final = re.compile(r"1[3-9]\d{9}", re.ASCII)
_JOINED: Final = re.compile(
    r"(?<!\d)(1[3-9]\d{9})(?:\s+(?=\+?86|0\d{2,3}-|1[3-9]\d)|(?=1[3-9]\d{9}(?!\d)))"
)
"""Where one mobile ends and the next number begins, with nothing or only a space between."""
_LEFT: Final = re.compile(rf"[\s{_BETWEEN}]*")
_FIRM: Final = re.compile(
    r"公司|集团|银行|政府|街道|委员会|办事处|学校|学院|幼儿园|医院|中心|企业|有限|厂$|局$|所$|店$|社$|院$"
)
_RELATION: Final = re.compile(
    r"(?:本人|业主|户主|产权人|共有人?|共同|男|女|夫妻?|妻子?|丈夫|配偶|父亲?|母亲?|爸爸?|妈妈?|长?次?[子女]|儿子|女儿"
    r"|儿媳|女婿|兄|弟|姐|妹|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|外公|外婆|孙子?|孙女|主|副|第[一二三四]|\d)"
)
_NO_OWNER: Final = re.compile(
    r"租|借住|已售|已卖|卖给|过户|[原前旧]业?主|^[原前]$|非|代管|故|去世|死亡"
)


class Named(NamedTuple):
    """Somebody a cell names.

    Attributes:
        name: without spaces that only align it.
        note: what stands behind in brackets and is no mere relation: `王五（常年在外）`.
    """

    name: str
    note: str


class Numbered(NamedTuple):
    """A phone number a cell names.

    Attributes:
        number: in digits.
        label: whose it is, as the cell says: `儿子`; empty for whom the row is about.
    """

    number: str
    label: str


def people_in(row: Row, field: str) -> list[Named]:
    """Return everybody a cell names, in order, each name once.

    Raises:
        RowError: as `everybody_in`.
    """
    return once_each(everybody_in(row, field))


def once_each(named: Iterable[Named]) -> list[Named]:
    """Return everybody once, where the name is said first."""
    found: dict[str, Named] = {}
    for one in named:
        found.setdefault(one.name, one)
    return list(found.values())


def everybody_in(row: Row, field: str) -> list[Named]:
    """Return everybody a cell names, in order, a name as often as the cell has it.

    Raises:
        RowError: part of it is hidden, or it cannot be taken apart without guessing.
    """
    text = row.whole(field) if field in row.headers.columns else ""
    if not text:
        return []
    if _ONE_NAME.fullmatch(text):
        return [Named(text, "")]
    if _is_firm(text):
        return [Named("".join(text.split()), "")]
    if _LEFT.fullmatch(_ONE.sub("", text)) is None:
        raise row.error(field, _("“{text}” cannot be taken apart into names").format(text=text))
    found: list[Named] = []
    for match in _ONE.finditer(text):
        note = (match["note"] or "").strip()
        if _NO_OWNER.search(note):
            raise row.error(
                field,
                _("“{text}”: somebody in it may not be meant any more").format(text=text),
            )
        kept = "" if _RELATION.fullmatch(note) else note
        found += [Named(name, kept) for name in _spaced(match["name"])]
    return found


def _is_firm(text: str) -> bool:
    """Return whether a cell names one firm, whatever its name holds."""
    if not _FIRM.search(text) or re.search(f"[{_SURELY}]", text):
        return False
    parts = re.split(f"[{_PERHAPS}]", text)
    return len(parts) == 1 or not all(map(_HAN.fullmatch, parts))


def _spaced(text: str) -> list[str]:
    """Return the names between spaces: `张三 李四` are two, `张 三` and `欧阳 建国` are one."""
    words = text.split()
    two = 2
    if len(words) > 1 and all(
        two <= len(word) <= two + two and _ONE_NAME.fullmatch(word) and word not in DOUBLE_SURNAMES
        for word in words
    ):
        return words
    name = without_padding(text)
    return [name] if name else []


def phones_in(row: Row, field: str) -> list[Numbered]:
    """Return every phone number of a cell, in order, each once.

    Raises:
        RowError: one is no number, partly hidden, or a spreadsheet destroyed it.
    """
    text = row.whole(field) if field in row.headers.columns else ""
    if not text:
        return []
    if _MOBILE.fullmatch(text):
        return [Numbered(text, "")]
    row.refuse_destroyed(field, text)
    number = read_phone(text)
    if number is not None:
        return [Numbered(number, "")]
    found: dict[str, Numbered] = {}
    text = _JOINED.sub(r"\1、", text)
    for match in _NUMBER.finditer(text):
        number = read_phone(match["number"])
        if number is None:
            break
        label = match["note"] or match["before"] or match["after"] or ""
        label = label.strip(" :：\t的电话手机号码")
        found.setdefault(number, Numbered(number, "" if label == "本人" else label))
    if number is None or not found or _LEFT.fullmatch(_NUMBER.sub("", text)) is None:
        raise row.error(field, _("“{text}” is not one phone number").format(text=text))
    return list(found.values())
