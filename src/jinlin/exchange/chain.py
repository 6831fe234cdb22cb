"""People who put themselves down below one another, as in a WeChat chain (接龙): `3. 王芳 502`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, NamedTuple

from jinlin.core.numerals import NUMERALS, int_of
from jinlin.core.people.nobody import ROLES
from jinlin.core.people.surnames import DOUBLE_SURNAMES, SURNAMES
from jinlin.core.text import clean, folded


class ListedName(NamedTuple):
    """Somebody as she stands on a list that others wrote.

    Attributes:
        row: the line of the list.
        name: what she is called there, a nickname too; empty where only a door was put down.
        place: her door or building in the words of the list.
        more: how many she brings with her, who are not named.
        note: what else she wrote.
        away: she says that she does not come.
        unread: nobody can be made out of the line; what it says is the note.
    """

    row: int
    name: str
    place: str | None = None
    more: int = 0
    note: str | None = None
    away: bool = False
    unread: bool = False


ENDING: Final = "尾号"
"""What stands before the end of a phone where somebody put down nothing else."""
_HEADER: Final = re.compile(r"\s*#?\s*(?:接龙|Group ?Note)\s*$", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"\s*(?P<number>\d{1,4})\s*(?:[、)]|\.(?!\d+[号日月]))\s*(?P<entry>.*)$"
)
_EXAMPLE: Final = re.compile(r"\s*(?:示?例|格式)(?=[\s:如]|$)")
_COUNT: Final = rf"(\d{{1,2}}|[{NUMERALS}])"
_OTHERS: Final = r"(?:个|位|名)?(?:人|小孩|孩子|家属|老人|朋友)"
_WITH: Final = re.compile(
    rf"[+]\s*{_COUNT}(?!\d)(?:个?人|位)?|[带加]{_COUNT}(?:{_OTHERS}|[个位名])"
)
_TOGETHER: Final = re.compile(rf"(?:一家|共)?(?<!\d){_COUNT}(?:个人|人|位|口)(?!\w)")
_BUILDING: Final = r"(?:\d{1,2}|[A-Z])(?:号楼|栋楼?|幢楼?|座楼?|#楼?|[号楼](?=-?\d))"
_STAIR: Final = r"(?:\d{1,2}(?:单元|梯)-?|\d{1,2}-)"
_PLACE: Final = re.compile(
    rf"(?<![\d.])(?:{_BUILDING}-?{_STAIR}?\d{{3,4}}[室房]?|{_BUILDING}|\d{{1,2}}-(?:\d{{1,2}}-)?\d{{3,4}}[室房]?"
    r"|\d{1,2}(?:单元|梯)\d{3,4}[室房]?|\d{3,4}[室房]|(?<![\w.-])\d{3,4}(?![\d.-]|[元块份斤瓶米年人天])"
    r"|(?<![\w.-])\d{1,2}楼)(?!\d)"
)
_PHONE: Final = re.compile(r"(?<!\d)\d{7,}(?!\d)")
_AWAY: Final = re.compile(
    "请假|不来|来不了|去不了|不去|不能来|不能去|不能参加|不参加|没空|有事|取消|退出"
)
_COMING: Final = re.compile(r"(?<=..)(?:准时|一定)?(?:参加|报名|能来|会来|可来|签到|到)$")
_BETWEEN: Final = re.compile(r"[\s,;:/|()\[\]【】]+")
_PADDED: Final = re.compile(
    "(?<![\u3400-\u9fff])([\u3400-\u9fff])\\s+([\u3400-\u9fff])(?![\u3400-\u9fff])"
)
"""A name of two characters with the blank that aligns it."""
_TWO: Final = re.compile("[、,/&和]")
_ROLE: Final = re.compile(rf"(?:{ROLES})$")
_OUTER: Final = re.compile(r"^[^\w]+|[^\w]+$")
_SAYS: Final = re.compile(r"[^\s\-—–=_*~#|·.…,;:、]")
"""What is more than a line drawn between others."""
_HAN_NAME: Final = re.compile("[\u3400-\u9fff]{2,4}")


def is_chain(text: str) -> bool:
    """Return whether a text is headed as WeChat heads a chain."""
    return any(_HEADER.match(line) for line in folded(text).splitlines()[:5])


def read_chain(text: str) -> list[ListedName]:
    """Return who stands on a list, in its order.

    Of a chat in which the chain stands several times the last one counts. Before its first number
    stand subject and example. A list without a head and without numbers has one entry a line.
    """
    lines = [
        (row, folded(clean(line))) for row, line in enumerate(clean(text).splitlines(), start=1)
    ]
    last = max((row for row, line in lines if _HEADER.match(line)), default=0)
    return [
        one for row, entry in _entries(lines[last:], headed=last > 0) for one in _read(row, entry)
    ]


def _entries(lines: list[tuple[int, str]], *, headed: bool) -> Iterator[tuple[int, str]]:
    """Yield what each put down; a line without a number goes on with the entry above."""
    numbers = [_NUMBERED.match(line) for _row, line in lines]
    if not any(numbers):
        if not headed:
            yield from (
                (row, line)
                for row, line in lines
                if _SAYS.search(line) and not _EXAMPLE.match(line)
            )
        return
    first = next(
        (place for place, found in enumerate(numbers) if found and int(found["number"]) == 1),
        next(place for place, found in enumerate(numbers) if found),
    )
    for place in range(first, len(lines)):
        match = numbers[place]
        if match is None:
            continue
        rest = zip(lines[place + 1 :], numbers[place + 1 :], strict=True)
        further = [line for (_row, line), _none in takewhile(lambda pair: pair[1] is None, rest)]
        yield lines[place][0], " ".join([match["entry"], *further])


def _read(row: int, entry: str) -> Iterator[ListedName]:
    """Yield whom an entry names; two of them where two names stand together."""
    left = _PHONE.sub(" ", entry)
    found = _PLACE.search(left)
    if found is not None:
        left = f"{left[: found.start()]} {left[found.end() :]}"
    left, more = _with_others(_PADDED.sub(r"\1\2", left))
    away = _AWAY.search(entry) is not None
    names, note = _named(_AWAY.sub(r" \g<0> ", left) if away else left, away=away)
    phone = _PHONE.search(entry)
    if not names and found is None and phone is not None:
        names = [f"{ENDING}{phone[0][-4:]}"]
    if not names and found is None:
        if entry.strip():
            yield ListedName(row, "", note=entry.strip(), unread=True)
        return
    place = found[0] if found else None
    for name in names or [""]:
        yield ListedName(row, name, place, more, note, away)
        more = 0


def _with_others(text: str) -> tuple[str, int]:
    """Return an entry without how many come with her, and how many that are."""
    match = _WITH.search(text)
    if match is not None:
        more = int_of(match[1] or match[2]) or 0
    else:
        match = _TOGETHER.search(text)
        more = max(0, (int_of(match[1]) or 1) - 1) if match else 0
    if match is None:
        return text, 0
    return f"{text[: match.start()]} {text[match.end() :]}", more


def _named(text: str, *, away: bool) -> tuple[list[str], str | None]:
    """Return the names of an entry and what stands behind them; of who is away, wherever it is."""
    together, _gap, behind = text.strip().partition(" ")
    names = [_OUTER.sub("", part) for part in _TWO.split(together)]
    if len(names) > 1 and all(map(_like_a_name, names)):
        return names, _note(_BETWEEN.split(behind))
    words = [word for word in _BETWEEN.split(text) if _OUTER.sub("", word)]
    label = re.match(r"\s*[^\s:]+:", text)
    if words and (_ROLE.match(words[0]) or (label and len(words) > 1 and _like_a_name(words[1]))):
        words.append(words.pop(0))
    if away:
        said = [word for word in words if not _AWAY.fullmatch(word)]
        name = next(filter(_like_a_name, said), said[0] if said else "")
        return [name] * bool(name), _note([word for word in words if word != name])
    if not words:
        return [], None
    name = _COMING.sub("", _OUTER.sub("", words[0]))
    return [name], _note(words[1:])


def _note(words: list[str]) -> str | None:
    return " ".join(word for word in words if word) or None


def _like_a_name(text: str) -> bool:
    return bool(_HAN_NAME.fullmatch(text)) and (text[0] in SURNAMES or text[:2] in DOUBLE_SURNAMES)
