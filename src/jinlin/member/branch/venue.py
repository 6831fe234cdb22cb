"""The venue's checklist, 六有: what it needs, whether it has it, when somebody looked."""

from __future__ import annotations

from typing import Final

from jinlin.core.columns import Kind
from jinlin.core.i18n import N_, Message, Value
from jinlin.core.word import Word
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, computed, field, kept
from jinlin.output.register.rules import Numbering
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Tx


class PointState(Word):
    """Whether the venue has what a point of its checklist asks for."""

    MET = "met", N_("in place"), "有", "是", "达标", "yes"
    MISSING = "missing", N_("not in place"), "没有", "无", "缺", "否", "未达标", "no"
    UNCHECKED = "unchecked", N_("not looked at")


class VenuePoint(RegisterRow, table="venue_item"):
    """A point of the checklist.

    Attributes:
        checked_on: the day it was last looked at, ISO text; None when nobody has.
        origin: where the demand comes from.
    """

    name: str = field(
        NAME,
        N_("Requirement"),
        N_("What the venue needs, such as 有制度."),
        word=True,
        asked=N_("What the venue needs"),
    )
    state: PointState = computed(
        N_("State"),
        "CASE WHEN r.met THEN 'met' WHEN r.checked_on IS NULL THEN 'unchecked' ELSE 'missing' END",
        choice=PointState,
    )
    met: bool = kept(default=0)
    checked_on: str | None = kept(label=N_("Looked at"), column=Kind.DATE)
    note: str | None = field(TEXT, N_("Remark"), N_("A remark."))
    origin: str | None = field(TEXT, N_("Origin"), N_("Who asks for it."), aside=True)


VENUE: Final = Register(
    VenuePoint,
    RegisterWords(N_("point of the checklist"), N_("Venue"), "venue", "branch venue", "有制度"),
    numbered=Numbering("position", "point", N_("Point"), counted=False, unique=True),
    order="r.position",
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
    item = VENUE.find(tx, text)
    seen = item.note if note is None else note or None
    tx.update("venue_item", item.id, met=int(met), checked_on=on, note=seen)
    words: dict[str, Value] = {"position": item.number, "name": item.name}
    tx.describe(
        Message(
            N_("Checked the venue: {position} {name} is there")
            if met
            else N_("Checked the venue: {position} {name} is missing"),
            words,
        ),
        reverse=Message(N_("set point {position} {name} of the venue back"), words),
    )
    return item
