"""The meetings held against those due and what became of decisions, in a report's full edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jinlin.core.days.period import PassedStretch
from jinlin.core.i18n import _
from jinlin.core.sentences import begun
from jinlin.documents.page import Heading, Items, Table
from jinlin.meeting.calendar.calendar import calendar_lines
from jinlin.meeting.record.grounds import TO_CARRY_OUT
from jinlin.meeting.rules.meeting_duties import DaySpan
from jinlin.output.contribution.full_parts import FullPart
from jinlin.store.transaction.tx import Reader


def parts(reader: Reader, period: PassedStretch) -> Iterator[FullPart]:
    """Return what each kind of meeting owed, then how resolutions and action items go on."""
    yield _owed(reader, period)
    resolutions = progress(reader, "resolution", "ended_on", period)
    actions = progress(reader, "action_item", "done_on", period)
    said = [
        _joined(words, counts)
        for words, counts in (
            (
                (
                    _("Resolutions being carried out: {open}"),
                    _(", of these late: {late}"),
                    _("; resolutions carried out in the period: {done}"),
                ),
                resolutions,
            ),
            (
                (
                    _("Action items undone: {open}"),
                    _(", of these late: {late}"),
                    _("; action items done in the period: {done}"),
                ),
                actions,
            ),
        )
        if any(counts.values())
    ]
    heading = Heading(_("What became of resolutions and action items"), level=2)
    yield FullPart(
        {"resolutions_progress": resolutions, "actions_progress": actions},
        (heading, Items(tuple(said))) if said else (),
    )


def _joined(words: Sequence[str], counts: Mapping[str, int]) -> str:
    """Return the words of the counts that are not nought."""
    said = zip(words, counts.values(), strict=True)
    text = "".join(word.format(**counts) for word, count in said if count)
    return begun(text.lstrip("，；,; "))


def _owed(reader: Reader, period: PassedStretch) -> FullPart:
    """Return the meetings held against those due by their rules.

    A kind owes them in the period, or in the longer one its rule speaks of.
    """
    lines = calendar_lines(reader, DaySpan(period.stretch.first, period.stretch.last))
    data = [
        {
            "type": line.type.code,
            "needed": line.duty.needed,
            "held": line.duty.held,
            "standing": line.duty.standing,
        }
        for line in lines
    ]
    table = Table(
        headings=(_("Kind of meeting"), _("Due"), _("Held"), _("How it stands")),
        rows=tuple(
            (
                line.type.name,
                str(line.duty.needed),
                str(line.duty.held),
                line.duty.standing.label,
            )
            for line in lines
        ),
        numeric=(False, True, True, False),
    )
    heading = Heading(_("Meetings: due and held"), level=2)
    return FullPart({"meeting_duties": data}, (heading, table) if lines else ())


def progress(reader: Reader, table: str, ended: str, period: PassedStretch) -> Mapping[str, int]:
    """Return what became of resolutions or action items of meetings held so far.

    Args:
        reader: the database.
        table: `resolution` or `action_item`.
        ended: the column with the day on which one was carried out.
        period: what the report is about.

    Returns:
        How many are to be carried out, how many of these are late, how many were carried out in the
        period.
    """
    row = reader.row(
        f"SELECT total({ended} IS NULL OR {ended} > ?2) AS open,"  # noqa: S608  (our own columns)
        f" total(({ended} IS NULL OR {ended} > ?2) AND due_on < ?3) AS late,"
        f" total({ended} BETWEEN ?1 AND ?2) AS done"
        f" FROM {table} AS r JOIN meeting AS m ON m.id = r.meeting_id"
        " WHERE r.removed_at IS NULL AND m.removed_at IS NULL AND m.held_at < ?4"
        f" AND {TO_CARRY_OUT if table == 'resolution' else 1}",
        (
            period.stretch.first.isoformat(),
            period.last_day.isoformat(),
            period.day_after.isoformat(),
            period.stop,
        ),
    )
    assert row is not None
    return {name: int(row[name]) for name in ("open", "late", "done")}
