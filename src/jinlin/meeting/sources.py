"""What an agenda is drawn from: what is stuck, undone, to be reviewed, or left from last time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.issue.discretion import discreet_texts
from jinlin.issue.levels import LEVEL_LABELS, Level
from jinlin.issue.lists import stuck
from jinlin.issue.queries import IssueRow
from jinlin.issue.redaction import untitled
from jinlin.meeting.agenda import item_label
from jinlin.meeting.holding import HELD
from jinlin.meeting.items import next_position
from jinlin.meeting.queries import MeetingRow
from jinlin.meeting.register import overdue_actions, to_review
from jinlin.store.tx import Reader, Tx


class SourceKind(StrEnum):
    """Where this room draws items from; a higher room names kinds of its own."""

    ISSUE = "issue"
    ACTION = "action"
    RESOLUTION = "resolution"
    ITEM = "item"


class SourceItem(NamedTuple):
    """Something to be put on an agenda.

    Attributes:
        kind: where it comes from; a word that stays.
        reference: its number there; with the kind it stands on an agenda once.
        text: what the item is about; it names no resident.
        why: why it is to be talked about, in the user's language.
    """

    kind: str
    reference: str
    text: str
    why: str = ""


class Added(NamedTuple):
    """What was put on an agenda.

    Attributes:
        positions: the numbers of the new items.
        left_off: the numbers of what was taken off by hand before, and stays off.
    """

    positions: tuple[int, ...]
    left_off: tuple[str, ...]


def add_agenda_source(
    tx: Tx, meeting: MeetingRow, items: Iterable[SourceItem], *, again: bool = False
) -> Added:
    """Put on an agenda what is not on it yet; items that are there keep what was edited by hand.

    A room above this one calls it with items of its own, before or after the agenda was built. The
    caller has made sure that the meeting may be changed and is not open, and writes the sentence
    for the history.

    Args:
        tx: the transaction.
        meeting: whose agenda it is.
        items: what is to be on it, in its order.
        again: also what was taken off by hand before.
    """
    on, off = set[tuple[str, str]](), set[tuple[str, str]]()
    for row in tx.rows(
        "SELECT source_kind, source_ref, removed_at IS NULL AS stands FROM agenda_item"
        " WHERE meeting_id = ? AND source_kind IS NOT NULL",
        (meeting.id,),
    ):
        (on if row["stands"] else off).add((row["source_kind"], row["source_ref"]))
    new, left_off = [], []
    for item in items:
        key = (str(item.kind), item.reference)
        if key in on:
            continue
        if key in off and not again:
            left_off.append(item.reference)
            continue
        on.add(key)
        new.append(item)
    first = next_position(tx, meeting)
    tx.insert_many(
        "agenda_item",
        ("meeting_id", "position", "title", "source_kind", "source_ref", "source_text"),
        [
            (meeting.id, position, item.text, item.kind, item.reference, item.why or None)
            for position, item in enumerate(new, start=first)
        ],
    )
    return Added(tuple(range(first, first + len(new))), tuple(left_off))


def sources(reader: Reader, meeting: MeetingRow) -> list[SourceItem]:
    """Return what an agenda is to hold: unfinished items, stuck issues, tasks, reviews.

    No resident is named; of a private issue stand only its category and its number.
    """
    drawn = [*_issues(reader), *_actions(reader), *_reviews(reader)]
    texts = discreet_texts(reader, [item.text for item in drawn])
    whys = discreet_texts(reader, [item.why for item in drawn if item.kind == SourceKind.ISSUE])
    return [
        *_unfinished(reader, meeting),
        *(
            item._replace(text=text, why=whys[place] if place < len(whys) else item.why)
            for place, (item, text) in enumerate(zip(drawn, texts, strict=True))
        ),
    ]


def _issues(reader: Reader) -> Iterator[SourceItem]:
    """Return the issues a meeting may have to settle; secret ones are never among them."""
    rows = list(stuck(reader))
    proposals = _proposals(reader, rows)
    for row in rows:
        reasons = list(_reasons(row, reader.clock.today.isoformat()))
        if row.id in proposals and not row.private:
            reasons.append(_("the branch proposes: {text}").format(text=proposals[row.id]))
        title = untitled(row.category) if row.private else row.title
        yield SourceItem(SourceKind.ISSUE, row.label, title, _("; ").join(reasons))


def _reasons(issue: IssueRow, today: str) -> Iterator[str]:
    if issue.overdue(today):
        yield _("overdue since {day}").format(day=issue.due_on)
    if issue.back:
        yield _("was deferred until {day}").format(day=issue.deferred_until)
    if issue.level is Level.FRIDAY:
        yield _("put up by the branch")
    elif issue.level is not Level.COMPLEX:
        yield _("before the {level}").format(level=_(LEVEL_LABELS[issue.level]))


def _proposals(reader: Reader, issues: Iterable[IssueRow]) -> dict[int, str]:
    """Return by issue what the branch proposed when it put it up last."""
    return {
        row["issue_id"]: row["note"].replace("\n", " ")
        for row in reader.rows(
            "SELECT issue_id, note FROM issue_event WHERE kind = 'agenda' AND note IS NOT NULL"
            " AND issue_id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps([issue.id for issue in issues]),),
        )
    }


def _actions(reader: Reader) -> Iterator[SourceItem]:
    for action in overdue_actions(reader):
        why = _("due {day}, {percent} % done").format(
            day=action.due_on.isoformat() if action.due_on else "", percent=action.percent
        )
        if action.owner:
            why += _("; in charge: {owner}").format(owner=action.owner)
        yield SourceItem(
            SourceKind.ACTION, action.label, _("Undone: {text}").format(text=action.text), why
        )


def _reviews(reader: Reader) -> Iterator[SourceItem]:
    """Return the resolutions whose day of review has come, and those not carried out in time."""
    today = reader.clock.today
    for row in to_review(reader):
        reasons = []
        if row.review_on is not None and row.review_on <= today:
            reasons.append(_("to be reviewed from {day}").format(day=row.review_on))
        if row.due_on is not None and row.due_on < today:
            reasons.append(_("due {day}, not carried out").format(day=row.due_on))
        yield SourceItem(
            SourceKind.RESOLUTION,
            row.label,
            _("Review of resolution {number}: {text}").format(number=row.label, text=row.text),
            _("; ").join(reasons),
        )


def _unfinished(reader: Reader, meeting: MeetingRow) -> Iterator[SourceItem]:
    """Return what the meeting of this kind before this one left unsettled, and was its own.

    What came from an issue, a task or a review returns by itself while there is a reason.
    """
    held = meeting.held_at
    before = reader.clock.moment(held.date(), held.hour, held.minute)
    row = reader.row(
        "SELECT m.id, m.number, m.held_at FROM meeting AS m WHERE m.type = ? AND m.id <> ?"  # noqa: S608  (our own condition)
        f" AND m.removed_at IS NULL AND m.held_at < ? AND {HELD}"
        " ORDER BY m.held_at DESC, m.id DESC LIMIT 1",
        (meeting.type, meeting.id, before),
    )
    if row is None:
        return
    day = reader.clock.local(row["held_at"]).date().isoformat()
    for item in reader.rows(
        "SELECT i.position, i.title, i.source_kind, i.source_ref FROM agenda_item AS i"
        " WHERE i.meeting_id = ? AND i.removed_at IS NULL AND NOT i.settled"
        " AND (i.source_kind IS NULL OR i.source_kind = 'item')"
        " AND NOT EXISTS (SELECT 1 FROM resolution AS r WHERE r.item_id = i.id"
        " AND r.removed_at IS NULL) ORDER BY i.position",
        (row["id"],),
    ):
        reference = item["source_ref"] or item_label(row["number"], item["position"])
        yield SourceItem(
            SourceKind.ITEM,
            reference,
            item["title"],
            _("left from {meeting}, {day}").format(meeting=f"M{row['number']}", day=day),
        )
