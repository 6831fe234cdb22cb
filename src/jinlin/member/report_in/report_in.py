"""双报到: members who work elsewhere report in where they live, claim a service and do it."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from jinlin.core.days.written import day_words
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.people.parties import Party, party_in
from jinlin.core.text import compact
from jinlin.member.register.actions import NewMember, enrol
from jinlin.member.register.queries import MemberRow, find_member, known_by_name
from jinlin.member.rules.party import Affiliation, MemberDetails, PartyState
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader, Tx


class Service(NamedTuple):
    """A service that was claimed, and perhaps done; a service day she was at; an issue she settled.

    Attributes:
        id: the claim's row; 0 for what another record tells.
        what: what it is, in the words of who claimed it.
        claimed_on: ISO text.
        done_on: None while it is only claimed.
        minutes: how long it took, where that was said.
    """

    id: int
    what: str
    claimed_on: str
    done_on: str | None
    minutes: int | None


class ReportedIn(NamedTuple):
    """Somebody who reported in.

    Attributes:
        person: who.
        known_before: she was in the register.
        assumed_full: nothing was known of her Party status: she is put down as a full member.
    """

    person: PersonRow
    known_before: bool
    assumed_full: bool


class Served(NamedTuple):
    """Somebody who reported in or served, and what she did in a period.

    Attributes:
        person: who.
        affiliation: whether her membership is held here; None for who is no Party member.
        employer: where she works.
        reported_on: the day she reported in.
        claimed: what she has claimed and not yet done.
        times: how often she served.
        minutes: for how long, as far as it was said.
        in_post: she holds a post, and so is named.
    """

    person: PersonRow
    affiliation: Affiliation | None
    employer: str | None
    reported_on: str | None
    claimed: tuple[str, ...]
    times: int
    minutes: int
    in_post: bool


def report_in(
    tx: Tx, who: str, *, employer: str | None, on: str, phone: str | None = None
) -> ReportedIn:
    """Record that a member of another branch has reported in.

    Args:
        tx: the transaction.
        who: somebody known, or a new name.
        employer: where she works.
        on: the day; ISO text.
        phone: her phone.

    Returns:
        Who, and what was known of her before.

    Raises:
        NotFoundError: several people are meant.
        RuleError: her membership is held here, or just this is recorded already.
    """
    member = known_by_name(tx, who)
    if member is None:
        _refuse_unit(who, on)
        details = MemberDetails(
            party_state=PartyState.FULL,
            affiliation=Affiliation.REPORT_IN,
            reported_on=on,
            employer=employer,
        )
        person = enrol(tx, NewMember(who=who, phone=phone, details=details)).person
    else:
        person = member.person
        _report_in_known(tx, member, employer=employer, on=on, phone=phone)
    words = {"person": person.masked}
    tx.describe(
        Message(N_("{person} reported in"), words),
        reverse=Message(N_("take back that {person} reported in"), words),
        subject=person.label,
    )
    return ReportedIn(
        person,
        known_before=member is not None,
        assumed_full=member is None or member.details.party_state is None,
    )


def _refuse_unit(name: str, on: str) -> None:
    """Refuse to make a person of a unit whose Party organisation reports in (单位党组织报到).

    Raises:
        RuleError: the name is that of an organisation.
    """
    if party_in(name) is Party.ORGANISATION:
        raise RuleError(
            _("“{name}” is a unit, not a person.").format(name=name),
            hint=_("Its Party organisation reports in: jinlin partner add {name} --reported {day}")
            .format(name=name, day=on),
        )  # fmt: skip


def _report_in_known(
    tx: Tx, member: MemberRow, *, employer: str | None, on: str, phone: str | None
) -> None:
    """Write that somebody who is or was in the register has reported in.

    Raises:
        RuleError: her membership is held here, or just this is recorded already.
    """
    person = member.person
    if member.left_on is not None:
        tx.update("member", member.id, left_on=None, left_reason=None, removed_at=None)
    elif member.details.affiliation is Affiliation.HERE:
        raise RuleError(
            _("The membership of {person} is held here; she need not report in.").format(
                person=person.masked
            ),
            hint=_("If it has moved: jinlin member transfer {number} --out --other …").format(
                number=person.label
            ),
        )
    values: dict[str, Any] = {"affiliation": Affiliation.REPORT_IN, "reported_on": on}
    if member.details.party_state is None:
        values["party_state"] = PartyState.FULL
    if employer:
        values["employer"] = employer
    if phone and person.phone is None:
        tx.update("person", person.id, phone=phone)
    known = member.details._asdict()
    if member.left_on is None and all(known[field] == said for field, said in values.items()):
        raise RuleError(
            _("{person} is recorded like that already.").format(person=person.masked),
            hint=_("See: jinlin member show {number}").format(number=person.label),
        )
    tx.update("member", member.id, **values)


def reported(reader: Reader, who: str) -> MemberRow:
    """Return a member who has reported in.

    Raises:
        NotFoundError: no member is meant, or several are.
        RuleError: her membership is not elsewhere.
    """
    member = find_member(reader, who)
    if member.details.affiliation is not Affiliation.REPORT_IN:
        raise RuleError(
            _("{person} has not reported in here.").format(person=member.person.masked),
            hint=_("If she has: jinlin member report-in {number} --employer …").format(
                number=member.person.label
            ),
        )
    return member


def claimed(reader: Reader, member: MemberRow) -> list[str]:
    """Return what a member has claimed and not yet done."""
    return [service.what for service in _open(reader, member)]


def reported_on(reader: Reader, who: str) -> tuple[PersonRow, str] | None:
    """Return who has reported in already under a name, and since when; None where nobody has.

    Raises:
        NotFoundError: several people are meant.
    """
    member = known_by_name(reader, who)
    if member is None or member.left_on is not None or member.details.reported_on is None:
        return None
    return member.person, member.details.reported_on


def done_before(reader: Reader, who: str, what: str | None, *, on: str) -> str | None:
    """Return the service somebody is recorded to have done on a day, where it is the same again.

    Args:
        reader: the database.
        who: the member.
        what: which service; None for the one she has claimed.
        on: the day; ISO text.

    Raises:
        NotFoundError: no member is meant, or several are.
    """
    services = services_of(reader, find_member(reader, who).id)
    claimed = {compact(one.what) for one in services if one.done_on is None}
    said = claimed if what is None else {compact(what)}
    return next((s.what for s in services if s.done_on == on and compact(s.what) in said), None)


def claim(tx: Tx, who: str, what: str, *, on: str) -> PersonRow:
    """Record that somebody has claimed a service.

    Raises:
        NotFoundError: no member is meant, or several are.
        RuleError: she has claimed it already and not yet done it.
    """
    member = find_member(tx, who)
    if any(compact(open_.what) == compact(what) for open_ in _open(tx, member)):
        raise RuleError(
            _("{person} has claimed “{what}” already.").format(
                person=member.person.masked, what=what
            ),
            hint=_("When it is done: jinlin member report-in done {number} {what}").format(
                number=member.person.label, what=what
            ),
        )
    tx.insert("service_claim", member_id=member.id, what=what, claimed_on=on)
    words = {"person": member.person.masked}
    tx.describe(
        Message(N_("{person} claimed a service"), words),
        reverse=Message(N_("take back that {person} claimed a service"), words),
        subject=member.person.label,
    )
    return member.person


def serve(
    tx: Tx, who: str, what: str | None, *, on: str, minutes: int | None, note: str | None
) -> tuple[PersonRow, str]:
    """Record that somebody did a service, claimed before or not.

    Args:
        tx: the transaction.
        who: the member.
        what: which; may be left out where she has claimed just one.
        on: the day; ISO text.
        minutes: how long it took.
        note: a remark.

    Returns:
        Who, and what she did.

    Raises:
        NotFoundError: no member is meant, or it is not said which service.
    """
    member = find_member(tx, who)
    open_ = _open(tx, member)
    if what is None and len(open_) != 1:
        raise NotFoundError(
            _("Which service did {person} do?").format(person=member.person.masked),
            hint=_("Claimed: {claimed}.").format(claimed=_(", ").join(c.what for c in open_))
            if open_
            else _("Nothing is claimed; write what was done."),
        )
    done = next((c for c in open_ if what is None or compact(c.what) == compact(what)), None)
    if done is None:
        tx.insert(
            "service_claim", member_id=member.id, what=what, claimed_on=on, done_on=on,
            minutes=minutes, note=note,
        )  # fmt: skip
    else:
        if on < done.claimed_on:
            raise RuleError(
                _("“{what}” was claimed on {claimed} and cannot be done on {day}.").format(
                    what=done.what, claimed=done.claimed_on, day=on
                ),
                hint=_("Compare the two days."),
            )
        tx.update("service_claim", done.id, done_on=on, minutes=minutes, note=note)
    words = {"person": member.person.masked}
    tx.describe(
        Message(N_("{person} did a service"), words),
        reverse=Message(N_("take back that {person} did a service"), words),
        subject=member.person.label,
    )
    return member.person, done.what if done else (what or "")


def services_of(reader: Reader, member_id: int) -> list[Service]:
    """Return what a member claimed and did, service days and issues too, the earliest first."""
    return [
        Service(**row | {"what": _without_day(row["what"], row["done_on"])})
        for row in map(
            dict,
            reader.rows(
                "SELECT * FROM (SELECT id, what, claimed_on, done_on, minutes FROM service_claim"
                " WHERE member_id = ?1 AND removed_at IS NULL"
                " UNION ALL SELECT 0, what, done_on, done_on, minutes FROM service_done"
                " WHERE source <> 'claim'"
                " AND person_id = (SELECT person_id FROM member WHERE id = ?1))"
                " ORDER BY ifnull(done_on, claimed_on), id",
                (member_id,),
            ),
        )
    ]


def _without_day(what: str, day: str | None) -> str:
    """Return what a service was without its day, by which a service day is called."""
    if day is None:
        return what
    on = date.fromisoformat(day)
    for written in (day_words(on), f"{on.year}年{on.month}月{on.day}日"):
        what = what.replace(written, "").strip(" ,，") or what
    return what


def served(reader: Reader, *, start: date | None, end: date | None) -> list[Served]:
    """Return who reported in, and who else serves, with what they did in a period, by number.

    Nobody is ranked. Members of the branch itself stand among them where they have claimed
    something or served in the period, and so do others of the register who served.

    Args:
        reader: the database.
        start: the first day; None for all.
        end: the last day; None for all.
    """
    today = reader.clock.today.isoformat()
    rows = reader.rows(
        "SELECT p.id AS person_id, p.number, p.name, p.phone, m.affiliation, m.employer,"
        " m.reported_on,"
        " (SELECT group_concat(c.what, char(30)) FROM service_claim AS c WHERE c.member_id = m.id"
        " AND c.removed_at IS NULL AND c.done_on IS NULL) AS claimed,"
        " count(s.person_id) AS times, ifnull(sum(s.minutes), 0) AS minutes,"
        " EXISTS (SELECT 1 FROM post AS o WHERE o.person_id = p.id AND o.removed_at IS NULL"
        " AND (o.ended_on IS NULL OR o.ended_on > ?)) AS in_post"
        " FROM person AS p LEFT JOIN member AS m ON m.person_id = p.id AND m.removed_at IS NULL"
        " LEFT JOIN service_done AS s ON s.person_id = p.id AND s.done_on BETWEEN ? AND ?"
        " WHERE p.removed_at IS NULL AND (m.id IS NOT NULL OR s.person_id IS NOT NULL)"
        " GROUP BY p.id HAVING m.affiliation = 'report_in' OR claimed IS NOT NULL OR times > 0"
        " ORDER BY p.number",
        (today, start.isoformat() if start else "", end.isoformat() if end else "9999"),
    )
    return [
        Served(
            person=PersonRow(row["person_id"], row["number"], row["name"], row["phone"]),
            affiliation=Affiliation(row["affiliation"]) if row["affiliation"] else None,
            employer=row["employer"],
            reported_on=row["reported_on"],
            claimed=tuple(row["claimed"].split("\x1e")) if row["claimed"] else (),
            times=row["times"],
            minutes=row["minutes"],
            in_post=bool(row["in_post"]),
        )
        for row in rows
    ]


def _open(reader: Reader, member: MemberRow) -> list[Service]:
    return [service for service in services_of(reader, member.id) if service.done_on is None]
