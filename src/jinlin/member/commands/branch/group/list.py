"""`jinlin branch group list`."""

from __future__ import annotations

from jinlin.complex.building.queries import codes
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.member.branch import groups
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading


def list_(call: Call) -> None:
    with reading(call) as reader:
        known = groups.groups(reader)
        missing = groups.uncovered(known, codes(reader))
    notes = []
    if any(group.id is None for group in known):
        notes.append(
            _(
                "Named by members and not added yet: {names}. Add: jinlin branch group add NAME"
            ).format(names=_(", ").join(group.name for group in known if group.id is None))
        )
    if missing and any(group.buildings for group in known):
        notes.append(_("Buildings without a group: {codes}.").format(codes=_(", ").join(missing)))
    leaderless = [group.name for group in known if group.id is not None and not group.leaders]
    if leaderless:
        notes.append(_("Without a leader: {names}.").format(names=_(", ").join(leaderless)))
    show(
        call,
        Listing(
            key="groups",
            title=_("Party groups"),
            columns=(
                Column(key="name", heading=_("Party group")),
                Column(key="leader", heading=_("Group leader")),
                Column(key="buildings", heading=_("Buildings")),
                Column(key="members", heading=_("People in it"), kind=Kind.INTEGER),
                Column(key="added", heading=_("Added"), kind=Kind.BOOLEAN),
                Column(key="note", heading=_("Remark"), personal=Personal.TEXT),
            ),
            rows=[
                (
                    group.name, group.led_by, group.covers, group.members,
                    group.id is not None, group.note,
                )
                for group in known
            ],
            notes=tuple(notes),
            empty=_("There is no Party group yet. Add one: jinlin branch group add 3号楼党小组"),
        ),
    )  # fmt: skip
