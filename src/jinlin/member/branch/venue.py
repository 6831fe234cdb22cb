"""The venue's checklist, 六有: what it needs, whether it has it, when somebody looked."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.text import compact
from jinlin.core.word import Word
from jinlin.store.transaction.tx import Reader, Tx


class PointState(Word):
    """Whether the venue has what a point of its checklist asks for."""

    MET = "met", N_("in place"), "有", "是", "达标", "yes"
    MISSING = "missing", N_("not in place"), "没有", "无", "缺", "否", "未达标", "no"
    UNCHECKED = "unchecked", N_("not looked at")


class VenuePoint(NamedTuple):
    """A point of the checklist.

    Attributes:
        position: its number, which is never given again.
        origin: where the demand comes from.
        checked_on: the day it was last looked at; None when nobody has.
    """

    id: int
    position: int
    name: str
    met: bool
    checked_on: str | None
    note: str | None
    origin: str | None

    @property
    def state(self) -> PointState:
        """Whether it is there, or nobody has looked."""
        if self.met:
            return PointState.MET
        return PointState.MISSING if self.checked_on else PointState.UNCHECKED


def items(reader: Reader) -> list[VenuePoint]:
    """Return the checklist in its order."""
    rows = reader.rows(
        "SELECT id, position, name, met, checked_on, note, origin FROM venue_item"
        " WHERE removed_at IS NULL ORDER BY position"
    )
    return [VenuePoint(*row)._replace(met=bool(row["met"])) for row in rows]


def find_item(reader: Reader, text: str) -> VenuePoint:
    """Return the point that is meant by its number or its name.

    Raises:
        NotFoundError: there is none; all are listed.
    """
    known = items(reader)
    said = compact(text)
    for item in known:
        if said in {str(item.position), compact(item.name)}:
            return item
    raise NotFoundError(
        _("The checklist has no point “{text}”.").format(text=text),
        hint=_("Its points: {points}.").format(
            points=_(", ").join(f"{item.position} {item.name}" for item in known)
        )
        if known
        else _("It is empty: jinlin branch venue add NAME"),
    )


def check_item(tx: Tx, text: str, *, met: bool, on: str, note: str | None = None) -> VenuePoint:
    """Record that the venue has what a point asks for, or has it not.

    Args:
        tx: the transaction.
        text: which point.
        met: whether it has.
        on: the day somebody looked, ISO text.
        note: what was seen; None keeps what was written before, empty text clears it.

    Raises:
        NotFoundError: there is no such point.
    """
    item = find_item(tx, text)
    seen = item.note if note is None else note or None
    tx.update("venue_item", item.id, met=int(met), checked_on=on, note=seen)
    words: dict[str, Value] = {"position": item.position, "name": item.name}
    tx.describe(
        Message(
            N_("Checked the venue: {position} {name} is there")
            if met
            else N_("Checked the venue: {position} {name} is missing"),
            words,
        ),
        reverse=Message(N_("set point {position} {name} of the venue back"), words),
    )
    return item._replace(met=met, checked_on=on, note=seen)


def add_item(tx: Tx, name: str, *, origin: str | None, note: str | None) -> VenuePoint:
    """Put one more point on the checklist.

    Raises:
        RuleError: it is there already.
    """
    if any(compact(item.name) == compact(name) for item in items(tx)):
        raise RuleError(
            _("“{name}” is on the checklist already.").format(name=name),
            hint=_("See: jinlin branch venue"),
        )
    position = 1 + int(tx.value("SELECT coalesce(max(position), 0) FROM venue_item"))
    made = tx.insert("venue_item", position=position, name=name, origin=origin, note=note)
    words: dict[str, Value] = {"position": position, "name": name}
    tx.describe(
        Message(N_("Put {position} {name} on the venue's checklist"), words),
        reverse=Message(N_("take {position} {name} off the venue's checklist"), words),
    )
    return VenuePoint(made, position, name, met=False, checked_on=None, note=note, origin=origin)


def remove_item(tx: Tx, text: str) -> VenuePoint:
    """Take a point off the checklist.

    Raises:
        NotFoundError: there is no such point.
    """
    item = find_item(tx, text)
    tx.update("venue_item", item.id, removed_at=tx.clock.stamp)
    words: dict[str, Value] = {"position": item.position, "name": item.name}
    tx.describe(
        Message(N_("Took {position} {name} off the venue's checklist"), words),
        reverse=Message(N_("put {position} {name} back on the venue's checklist"), words),
    )
    return item
