"""Issues that belong together: related, part of another, the same again; and whom they touch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.issue.record.queries import IssueRow, by_id
from jinlin.issue.record.transitions import concluded, describe_step, take
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.numbers import issue_label
from jinlin.store.transaction.tx import Reader, Tx


class AffectedStairwell(NamedTuple):
    """All homes of a building, or of one entrance of it: `3`, `3-1`.

    Attributes:
        building: its code.
        entrance: empty for all of them.
    """

    building: str
    entrance: str

    @classmethod
    def read(cls, text: str) -> AffectedStairwell:
        """Read what somebody typed.

        Raises:
            UsageError: it is none.
        """
        from jinlin.complex.rules.address import parse_building

        code, _dash, entrance = text.strip().partition("-")
        return cls(parse_building(code), entrance)


def _affected(reader: Reader, issue: IssueRow) -> set[int]:
    """Return the ids of the homes an issue affects besides the one it is in."""
    rows = reader.rows(
        "SELECT household_id FROM issue_household WHERE issue_id = ? AND removed_at IS NULL",
        (issue.id,),
    )
    return {row["household_id"] for row in rows}


def homes_of(reader: Reader, where: AffectedStairwell) -> list[int]:
    """Return the ids of all homes of a building, or of one entrance of it.

    Raises:
        NotFoundError: there is no such building, or no home there.
    """
    from jinlin.complex.building.queries import building_id

    building = building_id(reader, where.building)
    entrance = where.entrance
    rows = reader.rows(
        "SELECT id FROM household WHERE building_id = ? AND removed_at IS NULL"
        " AND (? = '' OR entrance = ?) ORDER BY id",
        (building, entrance, entrance),
    )
    if not rows:
        raise NotFoundError(
            _("There is no home in “{text}”.").format(text="-".join(filter(None, where))),
            hint=_("See: jinlin household list"),
        )
    return [row["id"] for row in rows]


def households(reader: Reader, issue: IssueRow) -> int:
    """Return how many homes an issue touches: its own and those it affects too."""
    return int(
        reader.value(
            "SELECT count(*) FROM (SELECT household_id FROM issue WHERE id = ?1"
            " AND household_id IS NOT NULL UNION SELECT household_id FROM issue_household"
            " WHERE issue_id = ?1 AND removed_at IS NULL)",
            (issue.id,),
        )
    )


def link_issues(tx: Tx, issue: IssueRow, other: IssueRow) -> IssueRow:
    """Say that two issues have to do with each other.

    Raises:
        RuleError: they are one and the same, or linked already.
    """
    first, second = _pair(issue, other)
    known = _link(tx, issue, other) is not None
    if known or other.id == issue.parent_id or issue.id == other.parent_id:
        raise RuleError(
            _("Issues {number} and {other} are linked already.").format(
                number=issue.label, other=other.label
            )
        )
    tx.insert("issue_link", issue_id=first, other_id=second)
    _write_both(tx, issue, other)
    told = {"number": issue.label, "other": other.label}
    return concluded(tx, issue, Message(N_("Linked issue {number} with {other}"), told))


def unlink_issues(tx: Tx, issue: IssueRow, other: IssueRow) -> IssueRow:
    """Take back that two issues have to do with each other, or that one is a part of the other.

    Raises:
        RuleError: they have nothing to do with each other.
    """
    link = _link(tx, issue, other)
    part = issue.parent_id == other.id
    if link is None and not part:
        raise RuleError(
            _("Issues {number} and {other} are not linked.").format(
                number=issue.label, other=other.label
            )
        )
    if link is not None:
        tx.update("issue_link", link, removed_at=tx.clock.stamp)
    if part:
        tx.update("issue", issue.id, parent_id=None)
    _write_both(tx, issue, other)
    told = {"number": issue.label, "other": other.label}
    return concluded(tx, issue, Message(N_("Took issues {number} and {other} apart"), told))


def _pair(issue: IssueRow, other: IssueRow) -> tuple[int, int]:
    if issue.id == other.id:
        raise RuleError(
            _("Issue {number} cannot be joined with itself.").format(number=issue.label)
        )
    return min(issue.id, other.id), max(issue.id, other.id)


def _link(tx: Tx, issue: IssueRow, other: IssueRow) -> int | None:
    found = tx.value(
        "SELECT id FROM issue_link WHERE issue_id = ? AND other_id = ? AND removed_at IS NULL",
        _pair(issue, other),
    )
    return None if found is None else int(found)


def _write_both(tx: Tx, issue: IssueRow, other: IssueRow) -> None:
    take(tx, issue, EventKind.LINKED, note=other.label)
    take(tx, other, EventKind.LINKED, note=issue.label)


def make_part(tx: Tx, issue: IssueRow, whole: IssueRow) -> IssueRow:
    """Say that an issue is a part of another.

    Raises:
        RuleError: it is that issue itself, or that one is a part of it.
    """
    _pair(issue, whole)
    above = tx.rows(
        "WITH RECURSIVE above (id) AS (VALUES (?) UNION SELECT i.parent_id FROM issue AS i"
        " JOIN above ON i.id = above.id WHERE i.parent_id IS NOT NULL) SELECT id FROM above",
        (whole.id,),
    )
    if issue.id in {row["id"] for row in above}:
        raise RuleError(
            _("Issue {other} is a part of {number}; it cannot be the other way round.").format(
                number=issue.label, other=whole.label
            )
        )
    if issue.parent_id == whole.id:
        raise RuleError(
            _("Issue {number} is a part of {other} already.").format(
                number=issue.label, other=whole.label
            )
        )
    if (link := _link(tx, issue, whole)) is not None:  # it says less than being a part
        tx.update("issue_link", link, removed_at=tx.clock.stamp)
    tx.update("issue", issue.id, parent_id=whole.id)
    _write_both(tx, issue, whole)
    told = {"number": issue.label, "other": whole.label}
    return concluded(tx, issue, Message(N_("Issue {number} is a part of {other}"), told))


def open_parts(reader: Reader, issue: IssueRow) -> list[str]:
    """Return the numbers of the parts of an issue that are open."""
    return [
        issue_label(row["year"], row["number"])
        for row in reader.rows(
            "SELECT year, number FROM issue WHERE parent_id = ? AND closed_at IS NULL"
            " AND removed_at IS NULL ORDER BY year, number",
            (issue.id,),
        )
    ]


def merge_issues(tx: Tx, issue: IssueRow, into: IssueRow) -> IssueRow:
    """Say that an issue says another one again; it goes on under the other's number.

    The home it is in, and the homes it affects, are among those the other affects; what has been
    urged counts there too. The number stays and leads to the other one.

    Returns:
        The issue that goes on.

    Raises:
        RuleError: they are one and the same, one of them was merged already, or the other is
            closed.
    """
    if issue.id == into.id:
        raise RuleError(
            _("Issue {number} cannot be merged into itself.").format(number=issue.label)
        )
    for one in (issue, into):
        if one.merged_into is not None:
            raise RuleError(
                _("Issue {number} was merged already.").format(number=one.label),
                hint=_("See: jinlin issue show {number}").format(number=one.label),
            )
    if into.closed:
        raise RuleError(
            _("Issue {number} is closed; what is merged into it would be forgotten.").format(
                number=into.label
            ),
            hint=_(
                "If it is back, open it first: jinlin issue reopen {number} --reason TEXT"
            ).format(number=into.label),
        )
    after = take(
        tx,
        issue,
        EventKind.MERGED,
        note=into.label,
        changes={
            "merged_into": into.id,
            "closed_at": tx.clock.stamp,
            "result": None,
        },
    )
    take(tx, into, EventKind.LINKED, note=issue.label)
    if issue.urged:
        tx.update("issue", into.id, urged=into.urged + issue.urged)
    touched = _affected(tx, issue) | {issue.household_id}
    _affect(tx, into, [home for home in touched if home is not None])
    told = {"number": issue.label, "other": into.label}
    describe_step(tx, issue, Message(N_("Merged issue {number} into {other}"), told), after)
    return by_id(tx, into.id)


def affect_homes(
    tx: Tx,
    issue: IssueRow,
    affected: Sequence[int],
    *,
    since: str | None = None,
    until: str | None = None,
) -> IssueRow:
    """Say which further homes an issue affects, and from when to when.

    Args:
        tx: the transaction.
        issue: which one.
        affected: the ids of the homes.
        since: the moment as the database keeps it; None leaves it as it is.
        until: as for `since`.

    Raises:
        RuleError: all of it is known.
    """
    new = _affect(tx, issue, affected)
    times = {
        name: value
        for name, value, before in (
            ("affected_from", since, issue.affected_from),
            ("affected_to", until, issue.affected_to),
        )
        if value not in {None, before}
    }
    if times:
        tx.update("issue", issue.id, **times)
    if not new and not times:
        raise RuleError(_("All of that is recorded for issue {number}.").format(number=issue.label))
    take(tx, issue, EventKind.EDITED, note='{"affects": null}')
    told: dict[str, Value] = {"number": issue.label, "count": len(new)}
    return concluded(tx, issue, Message(N_("Issue {number} affects {count} more homes"), told))


def _affect(tx: Tx, issue: IssueRow, affected: Sequence[int]) -> list[int]:
    known = _affected(tx, issue) | {issue.household_id}
    new = [home for home in dict.fromkeys(affected) if home not in known]
    for home in new:
        tx.insert("issue_household", issue_id=issue.id, household_id=home)
    return new


def spare_homes(tx: Tx, issue: IssueRow, spared: Sequence[int]) -> IssueRow:
    """Take back that an issue affects homes.

    Raises:
        RuleError: it affects none of them.
    """
    known = _affected(tx, issue) & set(spared)
    if not known:
        raise RuleError(_("Issue {number} affects none of these homes.").format(number=issue.label))
    for home in known:
        tx.write(
            "UPDATE issue_household SET removed_at = ? WHERE issue_id = ? AND household_id = ?"
            " AND removed_at IS NULL",
            (tx.clock.stamp, issue.id, home),
        )
    take(tx, issue, EventKind.EDITED, note='{"affects": null}')
    told: dict[str, Value] = {"number": issue.label, "count": len(known)}
    return concluded(tx, issue, Message(N_("Issue {number} affects {count} homes fewer"), told))
