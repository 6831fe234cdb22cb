"""What a user can do with the buildings' Party groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from jinlin.complex.building.queries import building_id
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.sentences import enumerated
from jinlin.core.text import compact
from jinlin.member.branch.groups import GroupRow, find_group, group_named, groups
from jinlin.member.posts.actions import vacate
from jinlin.member.register.queries import MemberRow, find_member
from jinlin.member.rules.posts import GROUP_LEADER
from jinlin.store.transaction.tx import Tx

FIELD_LABELS: Final = {
    "name": N_("Party group"),
    "note": N_("Remark"),
    "leader": N_("Group leader"),
    "buildings": N_("Buildings"),
    "members": N_("members of the group"),
}
"""What people call what is kept of a group."""


class GroupChange(NamedTuple):
    """What a group is to be; None leaves a field as it is.

    Attributes:
        name: its name.
        note: a remark; empty clears it.
        leader: who leads it; empty means nobody.
        since: the day she begins, ISO text.
        buildings: the codes of the buildings it covers from now on.
        joining: members who come into it.
        leaving: members who go out of it.
    """

    name: str | None = None
    note: str | None = None
    leader: str | None = None
    since: str | None = None
    buildings: Sequence[str] | None = None
    joining: Sequence[str] = ()
    leaving: Sequence[str] = ()


def add_group(tx: Tx, name: str, wanted: GroupChange) -> GroupRow:
    """Record a group; members who name it already are in it.

    Raises:
        NotFoundError: a building or a member is not known.
        RuleError: there is one of that name.
    """
    known = {compact(group.name): group for group in groups(tx)}
    group = known.get(compact(name), GroupRow(None, name))
    if group.id is not None:
        raise RuleError(
            _("There is a Party group “{name}” already.").format(name=group.name),
            hint=_("Change it: jinlin branch group edit {name}").format(name=group.name),
        )
    made = tx.insert("party_group", name=name, note=wanted.note or None)
    _respell(tx, group, name)
    _carry_out(tx, group._replace(id=made, name=name), wanted)
    words: dict[str, Value] = {"name": name}
    tx.describe(
        Message(N_("Added Party group {name}"), words),
        reverse=Message(N_("remove Party group {name}"), words),
    )
    return group_named(tx, name)


def edit_group(tx: Tx, text: str, wanted: GroupChange) -> GroupRow:
    """Change a group; a new name is carried to its members and its leader.

    A group that members only name can be renamed too, also into one that was added.

    Raises:
        NotFoundError: the group, a building or a member is not known.
        RuleError: nothing would change, or the new name is another group's.
    """
    group = find_group(tx, text)
    old = group
    if group.id is None and wanted != GroupChange(name=wanted.name):
        raise RuleError(
            _("The Party group “{name}” is only named by members.").format(name=group.name),
            hint=_("Add it first: jinlin branch group add {name}").format(name=group.name),
        )
    changed: list[str] = []
    name = wanted.name
    if name is not None and name != group.name:
        _check_name(tx, group, name)
        _respell(tx, group, name)
        changed.append("name")
        group = group._replace(name=name, spellings=(name,) if group.spellings else ())
    if group.id is not None:
        note = group.note if wanted.note is None else wanted.note or None
        if note != group.note:
            changed.append("note")
        tx.update("party_group", group.id, name=group.name, note=note)
    changed += _carry_out(tx, group, wanted)
    if not changed:
        raise RuleError(
            _("Party group {name} is recorded like that already.").format(name=group.name),
            hint=_("See: jinlin branch group show {name}").format(name=group.name),
        )
    words: dict[str, Value] = {
        "name": old.name,
        "fields": enumerated(FIELD_LABELS[field] for field in changed),
    }
    tx.describe(
        Message(N_("Party group {name} was changed: {fields}"), words),
        reverse=Message(N_("set Party group {name} back: {fields}"), words),
    )
    return group_named(tx, group.name)


def remove_group(tx: Tx, text: str) -> GroupRow:
    """Dissolve a group: its leader's post ends today, its members are in none.

    Raises:
        NotFoundError: there is no such group.
    """
    group = find_group(tx, text)
    for leader in group.leaders:
        vacate(tx, leader.post_id, on=tx.clock.today.isoformat())
    _move(tx, group, None)
    if group.id is not None:
        tx.update("party_group", group.id, removed_at=tx.clock.stamp)
        tx.write(
            "UPDATE group_building SET removed_at = ? WHERE group_id = ? AND removed_at IS NULL",
            (tx.clock.stamp, group.id),
        )
    words: dict[str, Value] = {"name": group.name}
    tx.describe(
        Message(N_("Dissolved Party group {name}"), words),
        reverse=Message(N_("bring Party group {name} back"), words),
    )
    return group


def _carry_out(tx: Tx, group: GroupRow, wanted: GroupChange) -> list[str]:
    """Set leader, buildings and members; return which of them changed."""
    changed = []
    if wanted.leader is not None and _lead(tx, group, wanted.leader, wanted.since):
        changed.append("leader")
    if wanted.buildings is not None and _cover(tx, group, wanted.buildings):
        changed.append("buildings")
    joined = [_join(tx, group, find_member(tx, who)) for who in wanted.joining]
    left = [_leave(tx, group, find_member(tx, who)) for who in wanted.leaving]
    if any(joined) or any(left):
        changed.append("members")
    return changed


def _check_name(tx: Tx, group: GroupRow, name: str) -> None:
    """Refuse the name of another group; members' own spelling may become that of an added one."""
    for other in groups(tx):
        if compact(other.name) == compact(name) != compact(group.name) and group.id is not None:
            raise RuleError(
                _("There is a Party group “{name}” already.").format(name=other.name),
                hint=_("Choose another name."),
            )


def _respell(tx: Tx, group: GroupRow, name: str) -> None:
    """Carry a name to the members and to the posts of those who lead or led the group."""
    _move(tx, group, name)
    for post in tx.rows("SELECT id, unit FROM post WHERE body = 'group' AND unit IS NOT NULL"):
        if compact(post["unit"]) == compact(group.name) and post["unit"] != name:
            tx.update("post", post["id"], unit=name)


def _move(tx: Tx, group: GroupRow, name: str | None) -> None:
    for spelling in group.spellings:
        if spelling != name:
            tx.write(
                "UPDATE member SET group_name = ? WHERE group_name = ? AND removed_at IS NULL",
                (name, spelling),
            )


def _lead(tx: Tx, group: GroupRow, who: str, since: str | None) -> bool:
    """Make somebody the leader; empty means nobody. Return whether that is a change."""
    member = find_member(tx, who) if who else None
    present = [leader.person_id for leader in group.leaders]
    if present == ([member.person.id] if member else []):
        return False
    for leader in group.leaders:
        if member is None or leader.person_id != member.person.id:
            vacate(tx, leader.post_id, on=since or tx.clock.today.isoformat())
    if member is not None and member.person.id not in present:
        tx.insert(
            "post",
            person_id=member.person.id,
            body="group",
            title=GROUP_LEADER,
            unit=group.name,
            started_on=since or tx.clock.today.isoformat(),
        )
        if member.details.group_name is None:
            tx.update("member", member.id, group_name=group.name)
    return True


def _cover(tx: Tx, group: GroupRow, codes: Sequence[str]) -> bool:
    """Set the buildings a group covers; return whether that is a change."""
    wanted = {building_id(tx, code): code for code in codes}
    kept: set[Any] = set()
    for row in tx.rows(
        "SELECT id, building_id FROM group_building WHERE group_id = ? AND removed_at IS NULL",
        (group.id,),
    ):
        if row["building_id"] in wanted:
            kept.add(row["building_id"])
        else:
            tx.update("group_building", row["id"], removed_at=tx.clock.stamp)
    for building in wanted.keys() - kept:
        tx.insert("group_building", group_id=group.id, building_id=building)
    return set(codes) != set(group.buildings)


def _join(tx: Tx, group: GroupRow, member: MemberRow) -> bool:
    if member.details.group_name == group.name:
        return False
    tx.update("member", member.id, group_name=group.name)
    return True


def _leave(tx: Tx, group: GroupRow, member: MemberRow) -> bool:
    if compact(member.details.group_name or "") != compact(group.name):
        raise RuleError(
            _("{person} is not in the Party group {name}.").format(
                person=member.person.masked, name=group.name
            ),
            hint=_("See: jinlin branch group show {name}").format(name=group.name),
        )
    tx.update("member", member.id, group_name=None)
    return True
