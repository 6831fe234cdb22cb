"""In which meeting the branch discussed what it answers: its committee, or all its members."""

from __future__ import annotations

from jinlin.core.days.written import written_day
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.core.typed import quoted
from jinlin.meeting.agenda.agenda_items import ItemEdit, add_item, edit_item
from jinlin.meeting.record.agenda import AgendaItem, items
from jinlin.meeting.record.branch_committee import discussing_type
from jinlin.meeting.record.held import HELD
from jinlin.meeting.record.queries import MeetingRow, find_meeting, meeting_of
from jinlin.meeting.rules.kinds import DELIBERATING, type_name
from jinlin.member.rules.branch import WITH_COMMITTEE
from jinlin.output.contribution.discussions import Discussion
from jinlin.store.transaction.tx import Reader, Tx


def discussion(reader: Reader, meeting: str | None) -> Discussion:
    """Return a meeting by its number; where there is none, where the branch is to discuss."""
    row = reader.row(
        "SELECT * FROM meeting WHERE 'M' || number = ? AND removed_at IS NULL", (meeting,)
    )
    if row is None:
        return Discussion("", "", type_name(discussing_type(reader)))
    return _of(reader, meeting_of(reader, row))


def take_up(
    tx: Tx, about: Reference, title: str, *, meeting: Reference | None, days: tuple[str, str]
) -> Discussion:
    """Find where something was discussed, and put it on the agenda there where it is not yet."""
    if meeting is None:
        found = _the_only_one(tx, about, title, days)
    else:
        found = find_meeting(tx, int(meeting.values[0]))
    _check_kind(tx, found)
    _check_day(found, days)
    item = _listed(tx, found, about, title)
    if item is None:
        reason = _("it was discussed there")
        add_item(tx, found.number, title, ItemEdit(about=about, settled=True, reason=reason))
    elif not item.settled and found.confirmed_at is None:
        edit_item(tx, found.number, item.position, ItemEdit(settled=True))
    return _of(tx, found)


def _of(reader: Reader, meeting: MeetingRow) -> Discussion:
    held = reader.value(f"SELECT {HELD} FROM meeting AS m WHERE m.id = ?", (meeting.id,))  # noqa: S608  (our own condition)
    return Discussion(meeting.label, _day(meeting), type_name(meeting.type), bool(held))


def _day(meeting: MeetingRow) -> str:
    return meeting.held_at.date().isoformat()


def _listed(reader: Reader, meeting: MeetingRow, about: Reference, title: str) -> AgendaItem | None:
    """Return the item of an agenda that something is discussed under."""
    return next(
        (
            item
            for item in items(reader, meeting.id)
            if item.title == title or (item.source_kind, item.source_ref) == about
        ),
        None,
    )


def _the_only_one(
    reader: Reader, about: Reference, title: str, days: tuple[str, str]
) -> MeetingRow:
    """Return the meeting of the branch in these days; the one that has it on its agenda first.

    Raises:
        RuleError: there is none.
        UsageError: there are several.
    """
    held = [
        meeting_of(reader, row)
        for row in reader.rows(
            "SELECT * FROM meeting WHERE removed_at IS NULL AND type IN (?, ?) ORDER BY number",
            DELIBERATING,
        )
    ]
    held = [one for one in held if days[0] <= _day(one) <= days[1]]
    match [one for one in held if _listed(reader, one, about, title)] or held:
        case [one]:
            return one
        case []:
            raise RuleError(
                _("No meeting of the branch since {day} is recorded.").format(
                    day=written_day(days[0])
                ),
                hint=_(
                    "Where it was discussed: jinlin meeting add --type {type} --time DAY"
                ).format(type=quoted(type_name(discussing_type(reader)))),
            )
        case several:
            raise UsageError(
                _("Which meeting discussed it: {meetings}?").format(
                    meetings=_(", ").join(f"{one.label} {one.title}" for one in several)
                ),
                hint=_("Name it: --meeting {number}").format(number=several[-1].label),
            )


def _check_kind(reader: Reader, meeting: MeetingRow) -> None:
    """Refuse a meeting that does not speak for the branch.

    Raises:
        RuleError: it is of another kind, or of a committee that a small branch does not have.
    """
    usual = discussing_type(reader)
    if meeting.type in {usual, "general_meeting"}:
        return
    said = (
        _("Below {count} full members there is no branch committee.")
        if meeting.type in DELIBERATING
        else _("{number} is a {type}; the branch does not discuss such a letter there.")
    )
    raise RuleError(
        said.format(number=meeting.label, type=type_name(meeting.type), count=WITH_COMMITTEE),
        hint=_("If it was a {usual}: jinlin meeting edit {number} --type {type}").format(
            usual=type_name(usual), type=quoted(type_name(usual)), number=meeting.label
        ),
    )


def _check_day(meeting: MeetingRow, days: tuple[str, str]) -> None:
    """Refuse a meeting before the letter came, or after it was replied.

    Raises:
        RuleError: it is one.
    """
    if not days[0] <= _day(meeting) <= days[1]:
        raise RuleError(
            _("The letter came on {received}; discussed {discussed}, replied {replied}?").format(
                received=days[0], discussed=_day(meeting), replied=days[1]
            ),
            hint=_("First it comes, then it is discussed, then replied."),
        )
