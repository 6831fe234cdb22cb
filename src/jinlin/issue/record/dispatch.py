"""Who is in charge of an issue, who does the work and who is told: three different questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.issue.record.actions import in_charge, put_in_charge, refuse_secret
from jinlin.issue.record.correction import IssueCorrection, edit_issue
from jinlin.issue.record.queries import IssueRow, by_id
from jinlin.issue.record.transitions import concluded, describe_step, take
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.statuses import reopen_first
from jinlin.store.transaction.tx import Reader, Tx

if TYPE_CHECKING:
    from jinlin.member.team.coverage import Cover
    from jinlin.person.people.queries import PersonRow


class Hands(NamedTuple):
    """Who is to have to do with an issue; None leaves it as it is.

    Attributes:
        steward: the person in charge.
        handler: a body in charge, in words.
        doer: who does the work.
        told: who is to be informed from now on.
        untold: who no longer is.
    """

    steward: PersonRow | None = None
    handler: str | None = None
    doer: PersonRow | None = None
    told: Sequence[PersonRow] = ()
    untold: Sequence[PersonRow] = ()


def assign_issue(tx: Tx, issue: IssueRow, hands: Hands, *, due: date | None = None) -> IssueRow:
    """Put an issue in the charge of a person, a body, or both; a new one is then in progress.

    Whoever was in charge before no longer is; where only the doer or the informed are named,
    whoever is in charge stays.

    Args:
        tx: the transaction.
        issue: which one.
        hands: who is to have to do with it.
        due: by when; None leaves its due date as it is.

    Raises:
        RuleError: it is closed, secret, or in those hands already and due as it was.
        UsageError: it would be due before it was reported.
    """
    refuse_assigning(issue)
    before = issue
    if due is not None:
        issue = edit_issue(tx, issue, IssueCorrection(due_on=due))
    if not _give(tx, issue, hands):
        if issue != before:
            return issue
        raise RuleError(
            _("Issue {number} is with {who} already.").format(
                number=issue.label, who=in_charge(issue.steward, issue.handler)
            )
        )
    now = by_id(tx, issue.id)
    _describe(tx, issue, now)
    return now


def refuse_assigning(issue: IssueRow) -> None:
    """Refuse to put anybody in charge of an issue that needs nobody.

    Raises:
        RuleError: it is closed or secret.
    """
    if issue.closed:
        raise RuleError(
            _("Issue {number} is “{status}” and needs nobody in charge.").format(
                number=issue.label, status=issue.status.label
            ),
            hint=reopen_first(issue.label),
        )
    refuse_secret(issue.privacy)


def _give(tx: Tx, issue: IssueRow, hands: Hands) -> bool:
    """Write down who has to do with an issue.

    Returns:
        Whether anything is different.
    """
    changed = False
    given = (hands.steward.id if hands.steward else None, hands.handler)
    if given not in ((None, None), (issue.steward_id, issue.handler)):
        put_in_charge(tx, issue, steward=hands.steward, handler=hands.handler)
        tx.update("issue", issue.id, accepted_at=None)
        issue, changed = by_id(tx, issue.id), True
    if hands.doer is not None and hands.doer.id != issue.doer_id:
        take(
            tx,
            issue,
            EventKind.EDITED,
            person_id=hands.doer.id,
            note='{"doer": null}',
            changes={"doer_id": hands.doer.id},
        )
        changed = True
    return _inform(tx, issue, hands) or changed


def _inform(tx: Tx, issue: IssueRow, hands: Hands) -> bool:
    rows = tx.rows(
        "SELECT person_id FROM issue_informed WHERE issue_id = ? AND removed_at IS NULL",
        (issue.id,),
    )
    known = {row["person_id"] for row in rows}
    new = [person for person in hands.told if person.id not in known]
    for person in new:
        tx.insert("issue_informed", issue_id=issue.id, person_id=person.id)
        take(tx, issue, EventKind.EDITED, person_id=person.id, note='{"informed": null}')
    gone = [person for person in hands.untold if person.id in known]
    for person in gone:
        tx.write(
            "UPDATE issue_informed SET removed_at = ? WHERE issue_id = ? AND person_id = ?"
            " AND removed_at IS NULL",
            (tx.clock.stamp, issue.id, person.id),
        )
        take(tx, issue, EventKind.EDITED, person_id=person.id, note='{"uninformed": null}')
    return bool(new or gone)


def _describe(tx: Tx, issue: IssueRow, now: IssueRow) -> None:
    before = in_charge(issue.steward, issue.handler)
    who = in_charge(now.steward, now.handler)
    if (issue.steward_id, issue.handler) == (now.steward_id, now.handler):
        did = Message(N_("Changed who does issue {number} or is told"), {"number": issue.label})
        describe_step(tx, issue, did)
        return
    tx.describe(
        Message(N_("Assigned issue {number} to {who}"), {"number": issue.label, "who": who}),
        reverse=Message(
            N_("give issue {number} back from {who} to {before}")
            if before
            else N_("take issue {number} back from {who}"),
            {"number": issue.label, "who": who, "before": before},
        ),
        subject=issue.label,
    )


def stewards_of(reader: Reader, issue: IssueRow) -> list[Cover]:
    """Return who looks after the place of an issue for such matters, substitutes last."""
    if issue.building_id is None or issue.secret or not _any_cover(reader):
        return []
    from jinlin.member.team.coverage import covering

    skill = reader.value("SELECT skill FROM category WHERE id = ?", (issue.category_id,))
    return covering(
        reader, building_id=issue.building_id, entrance=issue.entrance, skill=skill or None
    )


def _any_cover(reader: Reader) -> bool:
    """Return whether anybody looks after any building: most often nothing more need be loaded."""
    return reader.value("SELECT 1 FROM coverage WHERE removed_at IS NULL LIMIT 1") is not None


def default_steward(reader: Reader, issue: IssueRow) -> PersonRow:
    """Return who looks after the place of an issue: the steward, not a substitute.

    Raises:
        NotFoundError: the issue is in no building, or nobody looks after it.
    """
    found = stewards_of(reader, issue)
    if found:
        return found[0].person
    if issue.building_id is None:
        raise NotFoundError(
            _("Issue {number} is in no building: nobody looks after it by default.").format(
                number=issue.label
            ),
            hint=_("Name somebody: jinlin issue assign {number} NAME").format(number=issue.label),
        )
    raise NotFoundError(
        _("Nobody looks after building {building} for such matters.").format(
            building=issue.building
        ),
        hint=_("Say who does: jinlin team cover NAME --building {building}").format(
            building=issue.building
        ),
    )


def accept_issue(
    tx: Tx, issue: IssueRow, *, who: PersonRow | None, at: str | None = None
) -> IssueRow:
    """Record that whoever is in charge takes an issue on; named, she claims what nobody has.

    Raises:
        RuleError: it is closed, secret, or accepted already, or nobody is in charge.
    """
    refuse_secret(issue.privacy)
    person = who.id if who else issue.steward_id
    if issue.accepted_at is not None and person == issue.steward_id:
        raise RuleError(
            _("Issue {number} was accepted already, on {day}.").format(
                number=issue.label, day=tx.clock.local(issue.accepted_at).date()
            )
        )
    if person is None and issue.handler is None and not issue.closed:
        raise RuleError(
            _("Nobody is in charge of issue {number}.").format(number=issue.label),
            hint=_("Say who takes it: jinlin issue accept {number} --by NAME").format(
                number=issue.label
            ),
        )
    changes: dict[str, object] = {"accepted_at": at or tx.clock.stamp}
    if who is not None:
        changes["steward_id"] = who.id
    after = take(
        tx,
        issue,
        EventKind.ACCEPTED,
        who=person or issue.handler,
        person_id=person,
        at=at,
        changes=changes,
    )
    did = Message(N_("Issue {number} was accepted"), {"number": issue.label})
    return concluded(tx, issue, did, after)


def hand_back(tx: Tx, issue: IssueRow, reason: str) -> IssueRow:
    """Record that whoever was in charge hands an issue back; nobody is in charge of it then.

    Raises:
        RuleError: nobody was in charge, or it is closed.
    """
    if not in_charge(issue.steward, issue.handler) and not issue.closed:
        raise RuleError(
            _("Nobody is in charge of issue {number}: there is nobody to hand it back.").format(
                number=issue.label
            )
        )
    after = take(
        tx,
        issue,
        EventKind.HANDED_BACK,
        note=reason,
        person_id=issue.steward_id,
        changes=dict.fromkeys(("steward_id", "doer_id", "handler", "accepted_at"))
        | {"handed_back": issue.handed_back + 1},
    )
    did = Message(N_("Issue {number} was handed back"), {"number": issue.label})
    return concluded(tx, issue, did, after)


def visit_issue(tx: Tx, issue: IssueRow, text: str, *, who: PersonRow | None, at: str) -> IssueRow:
    """Record that somebody went to the door or the place; who visits has accepted.

    Args:
        tx: the transaction.
        issue: which one.
        text: what was found or agreed.
        who: who went; None for who does the work or is in charge.
        at: when, as the database keeps it.
    """
    person = who.id if who else issue.doer_id or issue.steward_id
    taken = issue.accepted_at or issue.closed
    after = take(
        tx,
        issue,
        EventKind.VISITED,
        note=text,
        person_id=person,
        at=at,
        changes={} if taken else {"accepted_at": at},
    )
    did = Message(N_("Recorded a visit for issue {number}"), {"number": issue.label})
    return concluded(tx, issue, did, after)


def urge_issue(tx: Tx, issue: IssueRow, text: str | None) -> IssueRow:
    """Record that somebody was urged on to settle an issue, and count it.

    Raises:
        RuleError: it is closed.
    """
    take(
        tx,
        issue,
        EventKind.URGED,
        note=text,
        person_id=issue.steward_id,
        changes={"urged": issue.urged + 1},
    )
    told: dict[str, Value] = {"number": issue.label, "count": issue.urged + 1}
    return concluded(tx, issue, Message(N_("Urged issue {number}; times so far: {count}"), told))
