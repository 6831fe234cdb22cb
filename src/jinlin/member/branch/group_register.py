"""The register of Party groups: each with its leader, the buildings it covers, and its members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from jinlin.complex.building.queries import building_id
from jinlin.complex.kinds import BUILDING
from jinlin.core.columns import Personal
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact
from jinlin.member.branch.groups import GroupRow, find_group, group_named
from jinlin.member.posts.actions import vacate
from jinlin.member.register.queries import MemberRow, find_member
from jinlin.member.rules.posts import GROUP_LEADER
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import DAY, TEXT, WHO
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, field
from jinlin.output.register.rules import Aftermath, Changed, Draft, Owner, RegisterChange, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader, Tx

_ASKED_FROM: Final = 3
"""What changes so many records asks first."""


def _acting(*words: Any, **more: Any) -> Any:
    """Declare a word that says what becomes of a group; what it changes is kept elsewhere."""
    return field(*words, stored=False, column=None, **more)


class Group(RegisterRow, table="party_group"):
    """A group; who leads it is a post, who is in it stands with the members."""

    name: str = field(
        WordKind("name", N_("NAME"), lambda text: "".join(clean(text).split())),
        N_("Party group"),
        N_("Such as 3号楼党小组."),
        word=True,
        asked=N_("Which Party group"),
        edit_help=N_("Its new name."),
    )
    leader: str | None = _acting(
        WHO, "", N_("The member who leads it."), names=("--leader", "--组长")
    )
    since: str | None = _acting(
        DAY, "", N_("When the leader begins; otherwise today."), clears=False
    )
    building: Sequence[Sequence[str]] | None = _acting(
        BUILDING.several(), "", N_("Which buildings it covers, such as 3,5."), repeated=True
    )
    member: Sequence[str] | None = _acting(
        WHO, "", N_("Who comes into it. May be repeated."), repeated=True, clears=False
    )
    without: Sequence[str] | None = _acting(
        WHO,
        "",
        N_("Who goes out of it. May be repeated."),
        repeated=True,
        clears=False,
        verbs=("edit",),
    )
    note: str | None = field(TEXT, N_("Remark"), N_("A remark."), personal=Personal.TEXT)


def _beside(change: RegisterChange) -> list[str]:
    """Carry a name to the members who bear it, and do what else becomes of the group.

    Raises:
        NotFoundError: a building or a member is not known.
        RuleError: who is to go out of it is not in it.
    """
    assert change.draft is not None
    tx, old, name = change.tx, change.draft.old, change.record.name
    if old is None or name != old.name:
        _respell(tx, name if old is None else old.name, name)
    return list(_carry_out(change.draft, group_named(tx, name)))


def _aftermath(change: RegisterChange) -> Aftermath:
    """Say who leads a group and is in it now."""
    if change.draft is None:
        return Aftermath()
    return _told(group_named(change.tx, change.record.name))


def _told(group: GroupRow) -> Aftermath:
    """Say who leads a group, what it covers and how many are in it."""
    also = [_("members {count}").format(count=group.members)]
    if group.buildings:
        also.insert(0, _("buildings {codes}").format(codes=_(", ").join(group.buildings)))
    if group.leaders:
        also.insert(0, _("leader {name}").format(name=group.led_by))
    data = {"leader": group.led_by, "buildings": list(group.buildings), "members": group.members}
    if group.id is None or group.leaders:
        return Aftermath(also, data=data)
    led = _("Who leads it: jinlin branch group edit {name} --leader WHO").format(name=group.name)
    return Aftermath(also, (led,), data)


def _warning(reader: Reader, record: Group) -> str:
    """Say what becomes of the members of a group that is not quite empty."""
    group = group_named(reader, record.name)
    if group.members + len(group.leaders) + len(group.buildings) < _ASKED_FROM:
        return ""
    return _("Party group {name} is dissolved; its {count} members are in none then.").format(
        name=group.name, count=group.members
    )


class GroupRegister(Register[Group]):
    """The groups; one that members only name is no record, but is found, renamed and dissolved."""

    def find(
        self, reader: Reader, text: str, of: Owner | None = None, *, whole: bool = False
    ) -> Group:
        """Return the group that a text means: its name, or a piece that only one has.

        Raises:
            NotFoundError: there is none, or several; all are listed.
        """
        group = find_group(reader, text, whole=whole)
        if group.id is not None:
            return self.of_id(reader, group.id, of)
        return Group(
            {**dict.fromkeys(one.key for one in Group.fields), "id": 0, "name": group.name}
        )

    def edit(
        self, tx: Tx, record: Group, said: Mapping[str, Any], of: Owner | None = None
    ) -> Changed[Group]:
        """Change a group; one that members only name may get another's name, of what was added too.

        Raises:
            NotFoundError: a building or a member is not known.
            RuleError: nothing would change, or the group must be added first.
        """
        if record.id:
            return super().edit(tx, record, said, of)
        name = said.get("name")
        if any(value is not None for key, value in said.items() if key != "name"):
            raise RuleError(
                _("The Party group “{name}” is only named by members.").format(name=record.name),
                hint=_("Add it first: jinlin branch group add {name}").format(name=record.name),
            )
        if name is None or name == record.name:
            raise self.wording.unchanged(f"{_(self.wording.what)} {record.name}")
        _respell(tx, record.name, name)
        self._describe(tx, "edit", record, of, [self.name_field.label])
        return Changed(self.find(tx, name), _told(group_named(tx, name)))

    def remove(self, tx: Tx, record: Group, of: Owner | None = None) -> Changed[Group]:
        """Dissolve a group: its leader's post ends today, its members are in none."""
        group = group_named(tx, record.name)
        for leader in group.leaders:
            vacate(tx, leader.post_id, on=tx.clock.today.isoformat())
        _move(tx, group.name, None)
        if record.id:
            tx.write(
                "UPDATE group_building SET removed_at = ? WHERE group_id = ?"
                " AND removed_at IS NULL",
                (tx.clock.stamp, record.id),
            )
            super().remove(tx, record, of)
        else:
            self._describe(tx, "remove", record, of)
        also = _("its {count} members are in none now").format(count=group.members)
        return Changed(record, Aftermath((also,), data={"members": group.members}))


GROUPS: Final = GroupRegister(
    Group,
    RegisterWords(N_("Party group"), N_("Party groups"), "groups", "branch group", "3号楼党小组"),
    rules=Rules(beside=_beside, aftermath=_aftermath, warning=_warning),
)


def _carry_out(draft: Draft, group: GroupRow) -> Iterator[str]:
    """Set leader, buildings and members; yield the labels of what changed."""
    tx, said = draft.tx, draft.values
    if "leader" in draft.said and _lead(tx, group, said["leader"] or "", said["since"]):
        yield N_("Group leader")
    if "building" in draft.said:
        codes = list(dict.fromkeys(chain.from_iterable(said["building"])))
        if _cover(tx, group, codes):
            yield N_("Buildings")
    joined = [_join(tx, group, find_member(tx, who)) for who in said["member"] or ()]
    left = [_leave(tx, group, find_member(tx, who)) for who in said["without"] or ()]
    if any(joined) or any(left):
        yield N_("members of the group")


def _respell(tx: Tx, was: str, name: str) -> None:
    """Carry a name to the members and to the posts of those who lead or led the group."""
    _move(tx, was, name)
    for post in tx.rows("SELECT id, unit FROM post WHERE body = 'group' AND unit IS NOT NULL"):
        if compact(post["unit"]) == compact(was) and post["unit"] != name:
            tx.update("post", post["id"], unit=name)


def _move(tx: Tx, was: str, name: str | None) -> None:
    """Put the members of a group, however they spell it, into one of another name, or into none."""
    for row in tx.rows(
        "SELECT id, group_name FROM member WHERE group_name IS NOT NULL AND removed_at IS NULL"
    ):
        if compact(row["group_name"]) == compact(was) and row["group_name"] != name:
            tx.update("member", row["id"], group_name=name)


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
