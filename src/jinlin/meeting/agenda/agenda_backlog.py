"""What an agenda is drawn from: what is stuck, undone, to be reviewed, or left from last time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from jinlin.core.days.written import written_day
from jinlin.core.i18n import _
from jinlin.issue.lists.friday_agenda import Stuck, StuckIssue, stuck
from jinlin.issue.privacy.publicity import KEPT_BACK
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.issue.rules.levels import Level
from jinlin.meeting.agenda.agenda_sources import SourceItem
from jinlin.meeting.record.action_register import overdue_actions
from jinlin.meeting.record.agenda import SourceKind, item_label
from jinlin.meeting.record.branch_committee import discussing_type
from jinlin.meeting.record.held import HELD
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.register import ActionRow, Resolution
from jinlin.meeting.record.resolution_register import resolutions_about, to_review
from jinlin.meeting.record.rules_in_force import type_on, types_on
from jinlin.meeting.rules.kinds import ISSUES, NEEDS, PUBLIC_ISSUES, MeetingType
from jinlin.meeting.rules.meetings import meeting_label, vote_label
from jinlin.member.report_in.opinions import to_reply
from jinlin.output.contribution.rooms import contributed
from jinlin.store.transaction.tx import Reader


def sources(reader: Reader, meeting: MeetingRow) -> list[SourceItem]:
    """Return what an agenda is to hold: unfinished items, stuck issues, tasks, reviews, works.

    Which of them come to a meeting its kind says (see `MeetingType.draws`). No resident is named;
    of a private issue stand only its category and its number.
    """
    known = type_on(reader, meeting.type, meeting.held_at.date())
    own = _Own(reader, known)
    drawn = [
        *_issues(reader, own, meeting),
        *_actions(row for row in overdue_actions(reader) if own.has(row.meeting, row.issues)),
        *_reviews(
            reader,
            (row for row in to_review(reader) if own.has(row.meeting, row.issues)),
        ),
        *_from_above(reader, known),
        *_letters(reader, meeting),
    ]
    texts = discreet_texts(reader, [item.text for item in drawn])
    whys = iter(
        discreet_texts(reader, [item.why for item in drawn if item.kind == SourceKind.ISSUE])
    )
    return [
        *_unfinished(reader, meeting),
        *(
            item._replace(text=text, why=next(whys) if item.kind == SourceKind.ISSUE else item.why)
            for item, text in zip(drawn, texts, strict=True)
        ),
    ]


def _from_above(reader: Reader, known: MeetingType) -> Iterator[SourceItem]:
    """Yield what higher rooms bring to a kind of meeting that hears issues, or partners."""
    if NEEDS in known.draws:
        for room in contributed("to_partners"):
            yield from room.items(reader)
    if known.draws & {ISSUES, PUBLIC_ISSUES}:
        for room in contributed("to_deliberate"):
            yield from room.items(reader)


class _Own:
    """Which tasks and resolutions come to a kind of meeting: those of its circles.

    What another circle settled about an issue that anybody may know comes to whoever draws issues.
    """

    def __init__(self, reader: Reader, known: MeetingType) -> None:
        kinds = types_on(reader, reader.clock.today)
        self.known = known
        self.circles = {
            meeting_label(row["number"]): kinds.get(row["type"], kinds["other"]).circle
            for row in reader.rows("SELECT number, type FROM meeting")
        }
        self.private = {
            row[0]
            for row in reader.rows(
                f"SELECT printf('%04d-%04d', i.year, i.number) FROM issue AS i WHERE {KEPT_BACK}"  # noqa: S608  (our own condition)
            )
        }

    def has(self, meeting: str, issues: Sequence[str]) -> bool:
        """Return whether what a meeting settled, about these issues, comes here."""
        if self.circles[meeting] in self.known.draws:
            return True
        public = bool(issues) and self.private.isdisjoint(issues)
        return public and bool(self.known.draws & {ISSUES, PUBLIC_ISSUES})


def _issues(reader: Reader, own: _Own, meeting: MeetingRow) -> Iterator[SourceItem]:
    """Return the issues a meeting may have to settle; secret ones are never among them."""
    draws = own.known.draws
    if not draws & {ISSUES, PUBLIC_ISSUES}:
        return
    found = [
        issue
        for issue in stuck(reader)
        if ISSUES in draws or not (issue.private or issue.number in own.private)
    ]
    decided = resolutions_about(reader, [issue.id for issue in found], besides=meeting.number)
    heard = _heard(reader, [issue.number for issue in found], meeting)
    for issue in found:
        reasons = [_reason(issue, why) for why in issue.why]
        if issue.proposal and not issue.private:
            proposal = issue.proposal.replace("\n", " ")
            reasons.append(_("the branch proposes: {text}").format(text=proposal))
        if issue.id in decided:
            reasons.append(_decided(decided[issue.id], private=issue.private))
        elif issue.number in heard:
            reasons += _held(heard[issue.number], private=issue.private)
        yield SourceItem(SourceKind.ISSUE, issue.number, issue.title, _("; ").join(reasons))


_WHAT_WAS_HELD: Final = (
    "i.view, m.number AS meeting, v.number AS vote, v.passed FROM agenda_item AS i"
    " JOIN meeting AS m ON m.id = i.meeting_id LEFT JOIN vote AS v ON v.id ="
    " (SELECT w.id FROM vote AS w WHERE w.item_id = i.id AND w.removed_at IS NULL"
    "  AND NOT w.superseded ORDER BY w.number DESC LIMIT 1)"
)
"""Of `agenda_item AS i` what its meeting held of it, and its last vote."""


def _heard(reader: Reader, issues: Sequence[str], meeting: MeetingRow) -> dict[str, sqlite3.Row]:
    """Return by issue the last item about it that another meeting spoke or voted on."""
    rows = reader.rows(
        f"SELECT i.source_ref, {_WHAT_WAS_HELD}"  # noqa: S608  (our own columns)
        " WHERE i.source_kind = 'issue' AND i.removed_at IS NULL AND m.removed_at IS NULL"
        " AND i.source_ref IN (SELECT value FROM json_each(?)) AND m.id <> ?"
        " AND (i.view IS NOT NULL OR v.id IS NOT NULL) ORDER BY m.held_at, m.id",
        (json.dumps(list(issues)), meeting.id),
    )
    return {row["source_ref"]: row for row in rows}


def _held(item: sqlite3.Row, *, private: bool) -> Iterator[str]:
    """Yield how the last vote on an item went and what the meeting held of it."""
    if item["vote"]:
        said = _("carried") if item["passed"] else _("not carried")
        vote = vote_label(item["meeting"], item["vote"])
        yield _("{vote} {result}").format(vote=vote, result=said)
    if item["view"] and not private:
        yield _("the meeting held: {text}").format(text=item["view"].replace("\n", " "))


def _decided(row: Resolution, *, private: bool) -> str:
    """Return what was decided about an issue the last time; of a private one only that it was."""
    said = _("decided last time") if row.stands else _("put to the vote last time and not carried")
    if private:
        return _("{said} ({number}, {day})").format(said=said, number=row.label, day=row.held_on)
    return _("{said} ({number}, {day}): {text}").format(
        said=said, number=row.label, day=row.held_on, text=row.text.replace("\n", " ")
    )


def _reason(issue: StuckIssue, why: Stuck) -> str:
    if why is Stuck.OVERDUE:
        return _("overdue since {day}").format(day=issue.due_on)
    if why is Stuck.ESCALATED and issue.level is not Level.COMPLEX:
        return _("before the {level}").format(level=Level(issue.level).label)
    return why.label


def _actions(rows: Iterable[ActionRow]) -> Iterator[SourceItem]:
    for action in rows:
        why = _("due {day}, {percent} % done").format(
            day=action.due_on.isoformat() if action.due_on else "", percent=action.percent
        )
        if action.owner:
            why += _("; in charge: {owner}").format(owner=action.owner)
        yield SourceItem(
            SourceKind.ACTION, action.label, _("Undone: {text}").format(text=action.text), why
        )


def _letters(reader: Reader, meeting: MeetingRow) -> Iterator[SourceItem]:
    """Return the employers' letters that the branch is to reply to, each letter once."""
    if meeting.type != discussing_type(reader):
        return
    first = {letter.on_agenda: letter for letter in reversed(to_reply(reader))}
    for title, letter in reversed(first.items()):
        due = written_day(letter.reply_by)
        why = _("reply wanted by {day}").format(day=due) if due else ""
        yield SourceItem(SourceKind.LETTER, letter.label, title, why)


def _reviews(reader: Reader, rows: Iterable[Resolution]) -> Iterator[SourceItem]:
    """Return the resolutions whose day of review has come, and those not carried out in time."""
    today = reader.clock.today
    for row in rows:
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
    row = reader.row(
        "SELECT m.id, m.number, m.held_at FROM meeting AS m WHERE m.type = ? AND m.id <> ?"  # noqa: S608  (our own condition)
        f" AND m.removed_at IS NULL AND m.held_at < ? AND {HELD}"
        " ORDER BY m.held_at DESC, m.id DESC LIMIT 1",
        (meeting.type, meeting.id, meeting.begins),
    )
    if row is None:
        return
    day = reader.clock.local(row["held_at"]).date().isoformat()
    for item in reader.rows(
        f"SELECT i.position, i.title, i.source_kind, i.source_ref, {_WHAT_WAS_HELD}"  # noqa: S608  (our own columns)
        " WHERE i.meeting_id = ? AND i.removed_at IS NULL AND NOT i.settled"
        " AND (i.source_kind IS NULL OR i.source_kind = 'item')"
        " AND NOT EXISTS (SELECT 1 FROM resolution AS r WHERE r.item_id = i.id"
        " AND r.removed_at IS NULL) ORDER BY i.position",
        (row["id"],),
    ):
        reference = item["source_ref"] or item_label(row["number"], item["position"])
        reasons = [
            _("left from {meeting}, {day}").format(meeting=meeting_label(row["number"]), day=day)
        ]
        reasons += _held(item, private=False)
        yield SourceItem(SourceKind.ITEM, reference, item["title"], _("; ").join(reasons))
