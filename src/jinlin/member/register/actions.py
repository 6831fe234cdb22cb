"""What a user can do with the register: add a member, change her, give her a post."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from jinlin.complex.household.people import find_person
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.sentences import enumerated
from jinlin.core.word import Word
from jinlin.member.posts.actions import vacate
from jinlin.member.register.queries import MemberRow, find_member, members_of, who_left
from jinlin.member.rules.party import (
    DETAIL_LABELS,
    Affiliation,
    MemberDetails,
    MemberStanding,
    PartyState,
    check_details,
)
from jinlin.member.rules.posts import OWN_BODIES, held_by_title
from jinlin.person.people.actions import add_person
from jinlin.person.people.queries import PersonRow, namesakes, only_one
from jinlin.person.rules import parse_typed_name, person_number
from jinlin.store.transaction.tx import Tx


class Added(NamedTuple):
    """What adding a member did.

    Attributes:
        person: who it is.
        known_before: she was among the people already, as an owner for example.
    """

    person: PersonRow
    known_before: bool


class NewMember(NamedTuple):
    """A member as she is to be recorded.

    Attributes:
        who: a new name, or somebody known: a unique name, `name@building`, `P12`.
        phone: as `parse_phone` returns it.
        post: her post today.
        details: what the register keeps.
        namesake: she is not the person of the same name who is known already.
    """

    who: str
    phone: str | None = None
    post: str | None = None
    details: MemberDetails = MemberDetails()
    namesake: bool = False


def add_member(tx: Tx, new: NewMember) -> Added:
    """Put somebody into the register, who may be among the people already.

    Raises:
        NotFoundError: several people are called so.
        RuleError: she is in the register, or what is said of her cannot all be true.
        UsageError: the name is none.
    """
    added = enrol(tx, new)
    who = named(added.person, in_post=bool(new.post))
    tx.describe(
        Message(N_("Added member {person}"), {"person": who}),
        reverse=Message(N_("take member {person} out of the register"), {"person": who}),
        subject=added.person.label,
    )
    return added


def enrol(tx: Tx, new: NewMember) -> Added:
    """Put somebody into the register as a part of another action, which says what it did.

    Raises:
        NotFoundError: several people are called so.
        RuleError: she is in the register, or what is said of her cannot all be true.
        UsageError: the name is none.
    """
    check_details(new.details)
    person = _known(tx, new)
    if person is not None and who_left(tx, [person.id]):
        raise RuleError(
            _("{person} was in the register and left it.").format(person=person.masked),
            hint=_("Put her back: jinlin member restore {number}").format(number=person.label),
        )
    added = Added(
        person=person or add_person(tx, parse_typed_name(new.who), phone=new.phone),
        known_before=person is not None,
    )
    if new.phone and added.person.phone is None:
        tx.update("person", added.person.id, phone=new.phone)
    tx.insert("member", person_id=added.person.id, **new.details._asdict())
    if new.post:
        take_post(tx, added.person.id, new.post)
    return added


def edit_member(tx: Tx, text: str, changes: Mapping[str, str | None]) -> MemberRow:
    """Change what the register keeps of somebody.

    Args:
        tx: the transaction.
        text: who: a name, `name@building`, `P12`.
        changes: the new values by field, `name`, `phone` and `post` among them; None clears one.

    Returns:
        The member as she was before.

    Raises:
        NotFoundError: no member is meant, or several are.
        RuleError: nothing would change, or the new values cannot all be true.
    """
    member = find_member(tx, text)
    if changes.get("standing") == MemberStanding.ACTIVE and member.details.standing_since:
        changes = {"standing_since": None, **changes}
    old = {**member.person._asdict(), **member.details._asdict(), "post": _post(member)}
    changed = {field: value for field, value in changes.items() if value != old[field]}
    if not changed:
        raise RuleError(
            _("{person} is recorded like that already.").format(person=member.person.masked),
            hint=_("See: jinlin member show {number}").format(number=member.person.label),
        )
    details: dict[str, Any] = {
        f: value for f, value in changed.items() if f in MemberDetails._fields
    }
    check_details(member.details._replace(**details))
    _edit_person(tx, member.person, changed)
    if details:
        tx.update("member", member.id, **details)
    if "post" in changed:
        change_post(tx, member.person.id, changed["post"])
    _describe_edit(tx, member, changed)
    return member


def named(person: PersonRow, *, in_post: bool) -> str:
    """Return how the history names somebody: in full only who acts in a post."""
    return f"{person.label} {person.name}" if in_post else person.masked


def _known(tx: Tx, new: NewMember) -> PersonRow | None:
    """Return the person who is known already and is meant; None for a new one."""
    if person_number(new.who) is not None or "@" in new.who:
        person = find_person(tx, new.who)
        _refuse_members(members_of(tx, [person.id]))
        return person
    called = namesakes(tx, parse_typed_name(new.who))
    same = [p for p in called if new.phone is None or p.phone in {None, new.phone}]
    exact = [p for p in called if p.phone == new.phone]
    if new.namesake:
        _refuse_members(members_of(tx, [p.id for p in exact if p.phone is not None]))
        return None
    _refuse_members(members_of(tx, [p.id for p in same]))
    if new.phone is not None and len(exact) == 1:
        return exact[0]
    return only_one(tx, same, new.who) if same else None


def _refuse_members(found: list[MemberRow]) -> None:
    if found:
        person = found[0].person
        raise RuleError(
            _("{person} is in the register already.").format(person=person.masked),
            hint=_(
                "Change it: jinlin member edit {number}. Somebody else of that name: --namesake,"
                " with her own --phone."
            ).format(number=person.label),
        )


def _edit_person(tx: Tx, person: PersonRow, changed: Mapping[str, str | None]) -> None:
    values = {field: changed[field] for field in ("name", "phone") if field in changed}
    if not values:
        return
    name, phone = values.get("name", person.name), values.get("phone", person.phone)
    assert name is not None
    for other in namesakes(tx, name):
        if other.id != person.id and other.phone == phone is not None:
            raise RuleError(
                _("{person} has the same name and phone.").format(person=other.masked),
                hint=_("See: jinlin member show {number}").format(number=other.label),
            )
    if "name" in values:
        from jinlin.core.people.pinyin import spelled

        values["pinyin"], values["initials"] = spelled(name)
    tx.update("person", person.id, **values)


def _post(member: MemberRow) -> str | None:
    """Return her posts in the branch and its groups, which a new post there follows."""
    return "、".join(held.text for held in member.held if held.body in OWN_BODIES) or None


def change_post(tx: Tx, person_id: int, title: str | None) -> None:
    """Record that somebody takes a post today, or none.

    A post of the branch or its groups follows those she has there; one elsewhere, such as
    `业委会主任`, leaves them as they are.
    """
    if title is None or held_by_title(title).body in OWN_BODIES:
        leave_posts(tx, person_id)
    if title is not None:
        take_post(tx, person_id, title)


def take_post(tx: Tx, person_id: int, title: str) -> None:
    """Record that somebody takes a post today."""
    held = held_by_title(title)
    tx.insert(
        "post",
        person_id=person_id,
        body=held.body,
        title=held.title,
        unit=held.unit,
        started_on=tx.clock.today.isoformat(),
    )


def leave_posts(tx: Tx, person_id: int) -> None:
    """Record that somebody leaves her posts in the branch and its groups today."""
    today = tx.clock.today.isoformat()
    for post in tx.rows(
        "SELECT id, ended_on FROM post"
        " WHERE person_id = ? AND body IN ('branch', 'group') AND removed_at IS NULL"
        " AND (ended_on IS NULL OR ended_on > ? OR term_to IS NOT NULL)",
        (person_id, today),
    ):
        vacate(tx, post["id"], on=min(post["ended_on"] or today, today))


_CHOICES: Final[Mapping[str, type[Word]]] = {
    "party_state": PartyState,
    "affiliation": Affiliation,
    "standing": MemberStanding,
}


def _describe_edit(tx: Tx, member: MemberRow, changed: Mapping[str, str | None]) -> None:
    """Write the sentence: one stored word by what it was and is, all else by the fields' names."""
    who = named(member.person, in_post=bool(member.held))
    field = next(iter(changed))
    before, now = getattr(member.details, field, None), changed[field]
    if len(changed) == 1 and field in _CHOICES and before and now:
        words: dict[str, Value] = {
            "person": who,
            "before": Message(_CHOICES[field](before).msgid),
            "now": Message(_CHOICES[field](now).msgid),
        }
        did = Message(N_("Member {person} was set from {before} to {now}"), words)
        reverse = Message(N_("set member {person} back from {now} to {before}"), words)
    else:
        parts: dict[str, Value] = {
            "person": who,
            "fields": enumerated(DETAIL_LABELS[name] for name in changed),
        }
        did = Message(N_("Member {person} was changed: {fields}"), parts)
        reverse = Message(N_("set member {person} back: {fields}"), parts)
    tx.describe(did, reverse=reverse, subject=member.person.label)
