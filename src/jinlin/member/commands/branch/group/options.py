"""The options of the groups' verbs, and what they print."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.complex.rules.address import parse_building
from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, listed
from jinlin.member.branch.groups import GroupRow
from jinlin.output.delivery.show import done

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


Which: TypeAlias = Annotated[
    str, typer.Argument(metavar=_("GROUP"), help=_("Its name, or a part only one has."))
]


def tell_done(call: Call, group: GroupRow, text: str) -> None:
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


def group_name(text: str) -> str:
    said = "".join(clean(text).split())
    if not said:
        raise UsageError(_("The Party group has no name."), hint=_("For example: 3号楼党小组"))
    return said


def building_codes(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(parse_building(word) for text in texts for word in listed(text)))


def leads_since(text: str | None, clock: Clock) -> str | None:
    return parse_day(text, clock).isoformat() if text else None
