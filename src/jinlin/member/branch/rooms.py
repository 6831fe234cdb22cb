"""Rooms of the branch, each with its several uses (一室多用)."""

from __future__ import annotations

from typing import Final

from jinlin.core.columns import Personal
from jinlin.core.i18n import N_
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, SheetCell, field, several
from jinlin.output.register.sentences import RegisterWords


class Room(RegisterRow, table="room"):
    """A room; each of its uses is as somebody wrote it: what and when."""

    name: str = field(
        NAME,
        N_("Room name"),
        word=True,
        asked=N_("Which room"),
        help=N_("Such as 党群活动室."),
        sheet=SheetCell(),
    )
    whose: str | None = field(
        NAME, N_("Property of"), help=N_("Whose property it is."), sheet=SheetCell()
    )
    place: str | None = field(
        TEXT, N_("Place"), called=N_("PLACE"), help=N_("Where it is."), sheet=SheetCell("place")
    )
    uses: tuple[str, ...] = several(
        TEXT,
        N_("Uses"),
        names=("--use",),
        help=N_("A use and its time: 棋牌 每天下午. May be repeated."),
        fewer=("--no-use", N_("A use that ends; its beginning is enough.")),
        each=("use", N_("Use and time")),
        sheet=SheetCell(),
    )
    note: str | None = field(
        TEXT, N_("Remark"), N_("A remark."), personal=Personal.TEXT, sheet=SheetCell("remark")
    )


ROOMS: Final = Register(
    Room, RegisterWords(N_("room"), N_("Rooms"), "rooms", "branch room", "党群活动室")
)
