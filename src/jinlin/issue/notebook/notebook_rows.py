"""One row of an issue notebook: what was written down is read, checked and never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, NamedTuple

from jinlin.complex.rules.address import parse_building
from jinlin.core.clock import Clock
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row, reason_of
from jinlin.issue.notebook.lookup import Lookup
from jinlin.issue.notebook.state_cells import (
    Number,
    check_new,
    closing_in,
    days_in,
    deferral_in,
    merged_in,
    moment_in,
    number_in,
    put_off,
    satisfaction_in,
    status_in,
)
from jinlin.issue.record.actions import refuse_title
from jinlin.issue.record.categories import Category
from jinlin.issue.record.guesses import GuessedCategory, guess_category, likely_category
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.record.whereabouts import Place
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.limits import Dates, check_reported
from jinlin.issue.rules.orders import IssueOrder
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.issue.rules.statuses import CLOSED, Status, means_merged
from jinlin.issue.rules.texts import named, one_line
from jinlin.issue.rules.urgencies import Urgency

WANTED: Final = (
    "number", "reported_at", "title", "category", "building", "entrance", "room", "place",
    "reporter", "phone", "on_behalf_of", "accused", "channel", "urgency", "handler", "due_on",
    "deferred_until", "status", "closed_at", "result", "satisfaction", "reason", "private",
    "public_title", "offer", "resident_paid", "merged_into",
)  # fmt: skip
"""The fields that are taken from a notebook."""
NEEDED: Final = (("reported_at", "number"), ("title", "number"))
"""What a notebook must have."""

_YES = frozenset({"是", "yes", "y", "√", "1", "true", "保密"})
_NO = frozenset({"否", "no", "n", "0", "false"})


class NotebookRow(NamedTuple):
    """An issue as a notebook has it.

    Attributes:
        reported: the civil moment of the report.
        reported_at: the same as the database keeps it.
        guess: how its category was guessed from the words; None where a category was named.
        where: the building and home it means, as far as they are known.
        place: where, in words.
        handler: who is in charge, in words.
        dates: its due day and the days that go with it.
        closed_at: None while it is open.
        result: the result of a closed issue; what has been done so far of an open one.
        number: the year and number it has here, in a file that was exported; such a row says
            everything itself, and nothing is gathered from the words of others.
        order: what it orders, and what was paid for that.
        merged: it goes on in another issue.
        merged_into: the number of that one; None where it is not written.
        private: None where nothing is said.
        said: with a number, the fields in which something is written.
    """

    title: str
    reported: datetime
    reported_at: str
    category: Category
    where: Place
    place: str | None
    reporter: str | None
    phone: str | None
    channel: Channel
    handler: str | None
    dates: Dates
    status: Status
    closed_at: str | None
    result: str | None
    satisfaction: Satisfaction | None
    satisfaction_reason: str | None = None
    on_behalf_of: str | None = None
    accused: str | None = None
    urgency: Urgency = Urgency.NORMAL
    deferred_until: str | None = None
    private: bool | None = None
    public_title: str | None = None
    guess: GuessedCategory | None = None
    number: Number | None = None
    order: IssueOrder = IssueOrder()
    merged: bool = False
    merged_into: Number | None = None
    said: frozenset[str] = frozenset()


def read_notebook_row(row: Row, register: Lookup, here: IssueRow | None = None) -> NotebookRow:
    """Read one row.

    Args:
        row: the row.
        register: what its words are looked up in.
        here: the issue of its number; its moment and title hold where the row does not say them.

    Raises:
        RowError: something in it cannot be read, is missing, or contradicts the rest.
    """
    clock = register.clock
    reported_at, reported = _reported(row, here, clock)
    number = number_in(row, "number")
    text = row.text if number is None else row.kept
    title = text("title") or (here.title if here else row.required("title"))
    category, guess = _category(row, register, title)
    status = status_in(row)
    result = text("result") or None
    order = _order(row, register, reported.date(), status)
    if number is None:
        check_new(row, status, result, order)
    urgency = _urgency(row)
    where, place = _where(row, register, gathered=number is None)
    closed_at = closing_in(row, status, reported_at, clock)
    deferred_until = deferral_in(row, status, clock)
    satisfaction = satisfaction_in(row, status)
    dates = days_in(row, reported, category, register, urgency)
    if number is None or not row.text("due_on"):
        dates = put_off(dates, deferred_until)
    return NotebookRow(
        title=row.read("title", lambda: one_line(title, what=_("The title"))),
        reported=reported,
        reported_at=reported_at,
        category=category,
        guess=guess,
        where=where,
        place=place,
        reporter=_name(row, "reporter", number),
        phone=row.phone("phone") or None,
        channel=_channel(row),
        handler=row.unhidden("handler", text("handler")) or None,
        dates=dates,
        status=status,
        closed_at=closed_at,
        result=result,
        satisfaction=satisfaction,
        satisfaction_reason=(text("reason") or None) if satisfaction else None,
        on_behalf_of=_name(row, "on_behalf_of", number),
        accused=row.unhidden("accused", text("accused")) or None,
        urgency=urgency,
        deferred_until=deferred_until.isoformat() if deferred_until else None,
        private=_private(row),
        public_title=_public_title(row, category, text("public_title")),
        number=number,
        order=order,
        merged=means_merged(row.text("status")),
        merged_into=merged_in(row),
        said=frozenset(field for field in WANTED if number and row.kept(field)),
    )


def _reported(row: Row, here: IssueRow | None, clock: Clock) -> tuple[str, datetime]:
    """Return when it was reported, as it is kept and as a civil moment.

    Where the row does not say it, what is recorded of its issue holds.

    Raises:
        RowError: it is missing, cannot be read, in the future, or too long ago.
    """
    if here is not None and not row.text("reported_at"):
        reported_at = here.reported_at
    else:
        said = row.required("reported_at")
        reported_at = row.read("reported_at", lambda: moment_in(said, clock))
    reported = clock.local(reported_at)
    row.read("reported_at", lambda: check_reported(reported, clock.now))
    return reported_at, reported


def _name(row: Row, field: str, number: Number | None) -> str | None:
    """Return a name; from a file that was exported as it stands there."""
    return named(row.name(field) if number is None else row.kept(field)) or None


def _public_title(row: Row, category: Category, said: str) -> str | None:
    """Return what boards are to call an issue; None where nothing is said.

    Raises:
        RowError: nothing of its category may stand on a board.
    """
    if not said:
        return None
    row.read("public_title", lambda: refuse_title(category.name, category.privacy))
    return row.read("public_title", lambda: one_line(said, what=_("The title")))


def _order(row: Row, register: Lookup, day: date, status: Status) -> IssueOrder:
    """Return what a row orders of what was offered on the day of the report, and what was paid.

    Raises:
        RowError: nothing of the name was offered then, or the sum cannot be read.
    """
    said = row.text("offer")
    offer = row.read("offer", lambda: register.offer(said, day), hinted=True) if said else None
    paid = row.money("resident_paid")
    if paid is None and offer is not None and status in CLOSED:
        paid = offer.paid_unsaid
    return IssueOrder(offer.id if offer else None, paid)


def _category(row: Row, register: Lookup, title: str) -> tuple[Category, GuessedCategory | None]:
    """Return the category, and how it was guessed: from the title, or from another word.

    Raises:
        RowError: there is none of that name, and the word belongs to none or to several.
    """
    words = row.text("category")
    if not words:
        guess = guess_category(register.categories, title)
        return guess.category, guess
    try:
        return register.category(words), None
    except NotFoundError as error:
        if found := likely_category(register.categories, words, title):
            return found, GuessedCategory(found)
        raise row.error("category", reason_of(error, hinted=True)) from error


def _building(row: Row, known: Mapping[str, int]) -> int | None:
    said = row.text("building")
    if not said:
        return None
    code = row.read("building", lambda: parse_building(said))
    if code not in known:
        raise row.error("building", _("there is no building “{code}”").format(code=code))
    return known[code]


def _channel(row: Row) -> Channel:
    said = row.text("channel")
    return row.read("channel", lambda: Channel.read(said)) if said else Channel.OTHER


def _where(row: Row, register: Lookup, *, gathered: bool) -> tuple[Place, str | None]:
    """Return the building and home, and the place in words: a home nobody knows stays in words.

    Args:
        row: the row.
        register: what its words are looked up in.
        gathered: whether the place in words tells the building and home where no cell does.
    """
    building = _building(row, register.buildings)
    entrance, room = row.text("entrance"), row.text("room")
    words = row.text("place") if gathered else row.kept("place")
    said = f"{entrance}-{room}" if entrance and room else room
    where = Place()
    if said:
        where = register.place(row.text("building") or None, said)
        if where.household_id is None and not words:
            words = said
    if where.building_id is None and words and gathered:
        where = register.place(None, words)
    if building is not None and where.building_id != building:
        where = Place(building)
    return where, words or None


def _urgency(row: Row) -> Urgency:
    said = row.text("urgency")
    return row.read("urgency", lambda: Urgency.read(said)) if said else Urgency.NORMAL


def _private(row: Row) -> bool | None:
    """Return whether it is marked as private; None where nothing is said.

    Raises:
        RowError: it is neither yes nor no.
    """
    said = compact(row.text("private"))
    if not said:
        return None
    if said in _NO:
        return False
    if said not in _YES:
        raise row.error("private", _("“{text}” is neither yes nor no").format(text=said))
    return True
