"""`jinlin branch room`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.branch import rooms
from jinlin.output.asking import Question, answers
from jinlin.output.command.family import family
from jinlin.output.command.grammar import ListingCommand, verb_in
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.command.command import reading, writing

_verb = partial(verb_in, __name__)


app = family(
    _("Rooms and their several uses."),
    usual="list",
    later=(
        _verb("add", "add", _("Add a room with its uses.")),
        _verb("list", "list_", _("All rooms and what they are used for."), ListingCommand),
        _verb("show", "show_", _("One room with its uses."), ListingCommand),
        _verb("edit", "edit", _("Change a room or its uses.")),
        _verb("remove", "remove", _("Take a room out of the list.")),
    ),
)

Which: TypeAlias = Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))]
Whose: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("NAME"), help=_("Whose property it is."))
]
Place: TypeAlias = Annotated[str | None, typer.Option(metavar=_("PLACE"), help=_("Where it is."))]
Use: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--use", metavar=_("TEXT"), help=_("A use and its time: 棋牌 每天下午. May be repeated.")
    ),
]
Note: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A remark."))]


def add(
    call: Call,
    name: Annotated[
        str | None, typer.Argument(metavar=_("NAME"), help=_("Such as 党群活动室."))
    ] = None,
    whose: Whose = None,
    place: Place = None,
    use: Use = None,
    note: Note = None,
) -> None:
    [said] = answers(call, [Question(option=_("NAME"), text=_("Which room"), given=name)])
    room = {field: clean(text or "") or None for field, text in (
        ("name", said), ("whose", whose), ("place", place), ("note", note),
    )}  # fmt: skip
    if room["name"] is None:
        raise UsageError(_("The room has no name."), hint=_("For example: 党群活动室"))
    with writing(call) as tx:
        added = rooms.add_room(tx, room, _uses(use))
    done(
        call,
        _("Room {name} was added; uses: {count}.").format(name=added.name, count=len(added.uses)),
        number=added.name,
        data={"name": added.name, "uses": list(added.uses)},
    )


def list_(call: Call) -> None:
    with reading(call) as reader:
        known = rooms.rooms(reader)
    show(
        call,
        Listing(
            key="rooms",
            title=_("Rooms"),
            columns=_columns(),
            rows=[
                (room.name, room.whose, room.place, "；".join(room.uses) or None, room.note)
                for room in known
            ],
            empty=_("No room is recorded yet. Add one: jinlin branch room add 党群活动室"),
        ),
    )


def show_(call: Call, name: Which) -> None:
    with reading(call) as reader:
        room = rooms.find_room(reader, name)
    columns = tuple(column for column in _columns() if column.key != "uses")
    show(
        call,
        Record(
            title=room.name,
            columns=columns,
            values=(room.name, room.whose, room.place, room.note),
            listings=(
                Listing(
                    key="uses",
                    title=_("Uses"),
                    columns=(Column(key="use", heading=_("Use and time")),),
                    rows=[(use,) for use in room.uses],
                    empty=_("No use is recorded: jinlin branch room edit {name} --use TEXT").format(
                        name=room.name
                    ),
                ),
            ),
        ),
    )


def edit(
    call: Call,
    which: Which,
    name: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("Its new name."))] = None,
    whose: Whose = None,
    place: Place = None,
    use: Use = None,
    no_use: Annotated[
        list[str] | None,
        typer.Option(
            "--no-use", metavar=_("TEXT"), help=_("A use that ends; its beginning is enough.")
        ),
    ] = None,
    note: Note = None,
) -> None:
    words = {"name": name, "whose": whose, "place": place, "note": note}
    changes = {field: clean(text) or None for field, text in words.items() if text is not None}
    if not changes and not use and not no_use:
        raise UsageError(
            _("Nothing to change was named."), hint=_("For example: --use “书画 周六上午”")
        )
    if "name" in changes and changes["name"] is None:
        raise UsageError(_("The room has no name."), hint=_("For example: 党群活动室"))
    with writing(call) as tx:
        room = rooms.edit_room(tx, which, changes, more=_uses(use), fewer=_uses(no_use))
    done(
        call,
        _("Room {name} was changed; uses: {count}.").format(name=room.name, count=len(room.uses)),
        number=room.name,
        data={"name": room.name, "uses": list(room.uses)},
    )


def remove(call: Call, name: Which) -> None:
    with writing(call) as tx:
        room = rooms.remove_room(tx, name)
    done(
        call,
        _("Room {name} was removed.").format(name=room.name),
        number=room.name,
        data={"name": room.name},
    )


def _uses(texts: list[str] | None) -> list[str]:
    return [said for text in texts or () if (said := clean(text))]


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="name", heading=_("Room name")),
        Column(key="whose", heading=_("Property of")),
        Column(key="place", heading=_("Place")),
        Column(key="uses", heading=_("Uses")),
        Column(key="note", heading=_("Remark")),
    )
