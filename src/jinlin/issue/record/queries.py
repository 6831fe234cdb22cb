"""Questions about one issue: which is meant, and how it is now."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.word import Word
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.numbers import issue_label, parse_number
from jinlin.issue.rules.orders import IssueOrder
from jinlin.issue.rules.satisfaction import Quality, Satisfaction
from jinlin.issue.rules.statuses import CLOSED, MERGED, Status
from jinlin.issue.rules.urgencies import Urgency
from jinlin.store.transaction.tx import Reader


class IssueRow(NamedTuple):
    """One issue with the names of what it refers to.

    Attributes:
        year: the year it was reported in, the first half of its number.
        category: the category's name.
        group_code: the code of the category's group.
        privacy: the category's: `open`, `private`, `secret`.
        building: the building's code.
        entrance: of the household, if one is named.
        room: of the household, if one is named.
        on_behalf_of: for whom the reporter spoke.
        accused: against whom it is brought; never on boards.
        status: what it is today: what was deferred until a day that has come is in progress.
        reported_at: the moment as the database keeps it.
        accepted_at: when whoever is in charge took it on.
        respond_by: the moment by which the resident is to be reached.
        due_on: the due date as ISO text.
        warn_on: the day from which its due date is close.
        raise_on: the day after which it should go one rung up.
        deferred_until: also of what is back and nobody has touched since.
        level: the rung of the ladder it is on, since `level_since`.
        steward_id: the person in charge.
        steward: the name of the person in charge.
        doer: the name of who does the work.
        handler: a body in charge, in words.
        closed_at: the moment as the database keeps it; None while it is open.
        solved_at: when the matter itself was put right.
        partly_solved: what is settled already, and what is left.
        parent_id: the issue this one is a part of.
        merged_into: the issue this one says again.
        urged: how often; like `reopened` and `handed_back`.
        ask_on: the day from which the resident is to be asked whether she is satisfied.
        quality: the branch's own check.
        affected_from: from when the homes it affects are affected.
        public_title: what it is called on the board, where its own words stay in the house.
        offer_id: what was ordered, where it is an order.
        offer: what people call that.
        paid: what the resident paid to whoever did it; fen, 0 where it was free.
    """

    id: int
    year: int
    number: int
    title: str
    category_id: int
    category: str
    category_code: str
    group_code: str
    privacy: str
    place: str | None
    building_id: int | None
    building: str | None
    household_id: int | None
    entrance: str | None
    room: str | None
    reporter: str | None
    reporter_phone: str | None
    on_behalf_of: str | None
    accused: str | None
    channel: Channel
    urgency: Urgency
    private: bool
    status: Status
    reported_at: str
    accepted_at: str | None
    respond_by: str | None
    due_on: str | None
    warn_on: str | None
    raise_on: str | None
    deferred_until: str | None
    level: Level
    level_since: str | None
    steward_id: int | None
    steward: str | None
    doer_id: int | None
    doer: str | None
    handler: str | None
    closed_at: str | None
    solved_at: str | None
    result: str | None
    partly_solved: str | None
    parent_id: int | None
    merged_into: int | None
    urged: int
    reopened: int
    handed_back: int
    ask_on: str | None
    satisfaction: Satisfaction | None
    satisfaction_reason: str | None
    quality: Quality | None
    quality_note: str | None
    affected_from: str | None
    affected_to: str | None
    public_title: str | None
    offer_id: int | None
    offer: str | None
    paid: int | None

    @property
    def label(self) -> str:
        """The number as people read it: `2026-0007`."""
        return issue_label(self.year, self.number)

    @property
    def order(self) -> IssueOrder:
        """What it orders, if anything."""
        return IssueOrder(self.offer_id, self.paid)

    @property
    def closed(self) -> bool:
        """Whether nothing more is to be done."""
        return self.status in CLOSED

    @property
    def told(self) -> Word:
        """The status as it is printed; see `STATUS_TOLD`."""
        return self.status if self.merged_into is None else MERGED

    @property
    def back(self) -> bool:
        """Whether it was deferred until a day that has come, and nothing was done since."""
        return self.deferred_until is not None and self.status is Status.IN_PROGRESS

    @property
    def secret(self) -> bool:
        """Whether it must not leave the house: not dispatched, on no list, agenda or report."""
        return self.privacy == "secret"

    def overdue(self, today: str) -> bool:
        """Return whether it is open and its due date has passed.

        Args:
            today: the civil day as ISO text.
        """
        return not self.closed and self.due_on is not None and self.due_on < today

    def due_soon(self, today: str) -> bool:
        """Return whether it is open, not overdue, and its warning lead has begun."""
        return (
            not self.closed
            and self.warn_on is not None
            and self.warn_on <= today
            and not self.overdue(today)
        )


STATUS_NOW: Final = (
    "CASE WHEN i.status = 'deferred' AND i.deferred_until <= civil_today()"
    " THEN 'in_progress' ELSE i.status END"
)
"""The status of `issue AS i` today: what was deferred until a day that has come is back by itself.

Every list, count and board asks for this and never for `i.status`.
"""

STATUS_TOLD: Final = f"CASE WHEN i.merged_into IS NOT NULL THEN '{MERGED}' ELSE {STATUS_NOW} END"
"""The status of `issue AS i` as it is printed: what says another again is merged, not declined."""

ISSUES: Final = f"""
    SELECT i.id, i.year, i.number, i.title, i.category_id, c.name AS category,
           c.code AS category_code, c.group_code, c.privacy, i.place, i.building_id,
           b.code AS building, i.household_id, h.entrance, h.room, i.reporter, i.reporter_phone,
           i.on_behalf_of, i.accused, i.channel, i.urgency, i.private, {STATUS_NOW} AS status,
           i.reported_at, i.accepted_at, i.respond_by, i.due_on, i.warn_on, i.raise_on,
           i.deferred_until, i.level, i.level_since, i.steward_id, p.name AS steward, i.doer_id,
           d.name AS doer, i.handler, i.closed_at, i.solved_at, i.result, i.partly_solved,
           i.parent_id, i.merged_into, i.urged, i.reopened, i.handed_back, i.ask_on,
           i.satisfaction, i.satisfaction_reason, i.quality, i.quality_note, i.affected_from,
           i.affected_to, i.public_title, i.offer_id, o.what AS offer, i.paid
    FROM issue AS i
    LEFT JOIN category AS c ON c.id = i.category_id
    LEFT JOIN building AS b ON b.id = i.building_id
    LEFT JOIN household AS h ON h.id = i.household_id
    LEFT JOIN person AS p ON p.id = i.steward_id
    LEFT JOIN person AS d ON d.id = i.doer_id
    LEFT JOIN offer AS o ON o.id = i.offer_id
    WHERE i.removed_at IS NULL"""
"""All issues with the names of what they refer to; more conditions may follow."""


def issue_of(row: sqlite3.Row) -> IssueRow:
    """Return a row of `ISSUES` as an issue."""
    values = dict(row)
    return IssueRow(
        **values
        | {
            "channel": Channel(values["channel"]),
            "urgency": Urgency(values["urgency"]),
            "status": Status(values["status"]),
            "level": Level(values["level"]),
            "private": bool(values["private"]),
            "satisfaction": values["satisfaction"] and Satisfaction(values["satisfaction"]),
            "quality": values["quality"] and Quality(values["quality"]),
        }
    )


def find(reader: Reader, text: str) -> IssueRow:
    """Return the issue a number means; without a year, this year's.

    Raises:
        UsageError: it is no number of an issue.
        NotFoundError: there is none.
    """
    year, number = parse_number(text)
    found = _numbered(reader, year or reader.clock.today.year, number)
    if found is not None:
        return found
    before = None if year else _last_years(reader, number)
    raise NotFoundError(
        _("There is no issue {number}.").format(
            number=issue_label(year or reader.clock.today.year, number)
        ),
        hint=_("Did you mean last year's? Write {number}.").format(number=before.label)
        if before
        else _("See: jinlin issue list"),
    )


def by_id(reader: Reader, issue_id: int) -> IssueRow:
    """Return the issue of an id, as it is now."""
    return issue_of(reader.rows(f"{ISSUES} AND i.id = ?", (issue_id,))[0])


def offered(reader: Reader, number: int) -> IssueRow | None:
    """Return last year's issue of this number, where this year has none."""
    if _numbered(reader, reader.clock.today.year, number) is not None:
        return None
    return _last_years(reader, number)


def _last_years(reader: Reader, number: int) -> IssueRow | None:
    return _numbered(reader, reader.clock.today.year - 1, number)


def _numbered(reader: Reader, year: int, number: int) -> IssueRow | None:
    row = reader.row(f"{ISSUES} AND i.year = ? AND i.number = ?", (year, number))
    return issue_of(row) if row is not None else None
