"""`jinlin branch group`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, TypeAlias

import typer

from jinlin.complex.rules.address import parse_building
from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, listed
from jinlin.member.branch import groups
from jinlin.member.branch.group_actions import GroupChange, add_group, edit_group, remove_group
from jinlin.member.branch.groups import GroupRow
from jinlin.member.commands.branch.group.list import Which
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.family import family
from jinlin.output.command.grammar import ListingCommand, PersonalListingCommand, called, verb_in
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing

MANY = 3
"""What changes so many records asks first."""


_verb = partial(verb_in, "jinlin.member.commands.branch")


app = family(
    _("The buildings' Party groups."),
    usual="list",
    later=(
        _verb("add", "group.add:add", _("Add a group with its leader and buildings.")),
        _verb(
            "list",
            "group.list:list_",
            _("All groups; those that members only name too."),
            ListingCommand,
        ),
        _verb("show", "group.list:show_", _("One group with its members."), PersonalListingCommand),
        _verb("edit", "group.add:edit", _("Change a group; a new name is carried to its members.")),
        _verb("remove", "group.add:remove", _("Dissolve a group.")),
    ),
)

Leader: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("WHO"), help=_("The member who leads it."))
]
Since: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("DATE"), help=_("When the leader begins; otherwise today.")),
]
Buildings: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--building", metavar=_("BUILDING"), help=_("Which buildings it covers, such as 3,5.")
    ),
]
Members: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--member", metavar=_("WHO"), help=_("Who comes into it. May be repeated.")),
]
Note: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A remark."))]


def add(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar=_("NAME"), help=_("Such as 3号楼党小组."))
    ] = None,
    leader: Leader = None,
    since: Since = None,
    building: Buildings = None,
    member: Members = None,
    note: Note = None,
) -> None:
    call = called(ctx)
    [said] = answers(call, [Question(option=_("NAME"), text=_("Which Party group"), given=name)])
    said = _name(said)
    with writing(call) as tx:
        wanted = GroupChange(
            leader=clean(leader) if leader and clean(leader) else None,
            since=_since(since, tx.clock),
            buildings=_codes(building) if building else None,
            joining=member or (),
            note=clean(note) if note else None,
        )
        group = add_group(tx, said, wanted)
    _done(call, group, _("Party group {name} was added"))


def edit(
    ctx: typer.Context,
    which: Which,
    name: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("Its new name."))] = None,
    leader: Leader = None,
    since: Since = None,
    building: Buildings = None,
    member: Members = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar=_("WHO"), help=_("Who goes out of it. May be repeated.")),
    ] = None,
    note: Note = None,
) -> None:
    call = called(ctx)
    if not member and not without and all(w is None for w in (name, leader, building, note)):
        raise UsageError(
            _("Nothing to change was named."),
            hint=_("For example: --leader 王强, or --building 3,5"),
        )
    with writing(call) as tx:
        wanted = GroupChange(
            name=_name(name) if name is not None else None,
            note=clean(note) if note is not None else None,
            leader=clean(leader) if leader is not None else None,
            since=_since(since, tx.clock),
            buildings=_codes(building) if building is not None else None,
            joining=member or (),
            leaving=without or (),
        )
        group = edit_group(tx, which, wanted)
    _done(call, group, _("Party group {name} was changed"))


def remove(ctx: typer.Context, name: Which) -> None:
    call = called(ctx)
    with reading(call) as reader:
        group = groups.find_group(reader, name)
    if group.members + len(group.leaders) + len(group.buildings) >= MANY:
        confirm(
            call,
            _("Party group {name} is dissolved; its {count} members are in none then.").format(
                name=group.name, count=group.members
            ),
        )
    with writing(call) as tx:
        group = remove_group(tx, group.name)
    done(
        call,
        _("Party group {name} was dissolved; its {count} members are in none now.").format(
            name=group.name, count=group.members
        ),
        number=group.name,
        data={"name": group.name, "members": group.members},
    )


def _done(call: Call, group: GroupRow, text: str) -> None:
    parts = [text.format(name=group.name)]
    if group.leaders:
        parts.append(_("leader {name}").format(name=group.led_by))
    if group.buildings:
        parts.append(_("buildings {codes}").format(codes=_(", ").join(group.buildings)))
    parts.append(_("members {count}").format(count=group.members))
    done(
        call,
        _("{parts}.").format(parts=_("; ").join(parts)),
        number=group.name,
        data={
            "name": group.name,
            "leader": group.led_by,
            "buildings": list(group.buildings),
            "members": group.members,
        },
    )
    if group.id is not None and not group.leaders:
        call.tell(
            _("Who leads it: jinlin branch group edit {name} --leader WHO").format(name=group.name),
        )


def _name(text: str) -> str:
    said = "".join(clean(text).split())
    if not said:
        raise UsageError(_("The Party group has no name."), hint=_("For example: 3号楼党小组"))
    return said


def _codes(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(parse_building(word) for text in texts for word in listed(text)))


def _since(text: str | None, clock: Clock) -> str | None:
    return parse_day(text, clock).isoformat() if text else None
