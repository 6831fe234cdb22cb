"""The options of the groups' verbs, and what they print."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Annotated, Final, NamedTuple, TypeAlias

from jinlin.complex.kinds import BUILDING
from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.core.text import clean
from jinlin.member.branch.group_actions import GroupChange
from jinlin.member.branch.groups import GroupRow
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import DAY, GROUP, TEXT, WHO
from jinlin.output.delivery.show import done

GROUP_NAME: Final = WordKind("name", N_("NAME"), lambda text: "".join(clean(text).split()))
Which: TypeAlias = Annotated[str, GROUP.argument(help=N_("Its name, or a part only one has."))]
Note: TypeAlias = Annotated[str | None, TEXT.option(help=N_("A remark."), cleared="")]


class GroupWords(NamedTuple):
    """What is said of a group."""

    leader: Annotated[str | None, WHO.option(help=N_("The member who leads it."), cleared="")] = (
        None
    )
    since: Annotated[
        SaidDay | None, DAY.option(help=N_("When the leader begins; otherwise today."))
    ] = None
    building: Annotated[
        list[Sequence[str]] | None,
        BUILDING.several().option(
            "--building", help=N_("Which buildings it covers, such as 3,5."), cleared=()
        ),
    ] = None
    member: Annotated[
        list[str] | None,
        WHO.option("--member", help=N_("Who comes into it. May be repeated.")),
    ] = None

    def wanted(self, clock: Clock) -> GroupChange:
        """Return what the group is to be."""
        return GroupChange(
            leader=self.leader,
            since=self.since.on(clock).isoformat() if self.since else None,
            buildings=None
            if self.building is None
            else list(dict.fromkeys(chain.from_iterable(self.building))),
            joining=self.member or (),
        )


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
