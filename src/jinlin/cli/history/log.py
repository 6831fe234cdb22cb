"""`jinlin log`."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Final

import typer

from jinlin.cli.history.log_filter import LOG
from jinlin.core.call import Call
from jinlin.core.clock import Month
from jinlin.core.columns import Kind, Personal
from jinlin.core.days.said_days import parse_month
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.text import clean
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import PersonalListingCommand
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.verb import taking_call
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import Condition, FilterWords
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.history import undo
from jinlin.store.transaction.tx import Reader

TOO_LONG: Final = 10
"""So many digits no number has."""
SUBJECT: Final = WordKind("issue or record", N_("NUMBER"), clean)
"""A record, mostly an issue, by the number that the log shows."""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


def log(
    call: Call,
    asked: FilterWords,
    subject: Annotated[
        str | None,
        SUBJECT.argument(help=N_("Only what was done to this record, or in this month.")),
    ] = None,
    head: Annotated[
        bool, flag("--head", help=N_("The checksum of the data, as reports print it."))
    ] = False,
    verify: Annotated[
        bool, flag("--verify", help=N_("Whether the record was changed afterwards."))
    ] = False,
) -> None:
    if head or verify:
        from jinlin.cli.history.log_chain import show_head, show_verdict

        _check_alone(call, subject, asked)
        (show_verdict if verify else show_head)(call)
        return
    with reading(call) as reader:
        listing = _entries(call, reader, subject, asked)
    show(call, listing)


_KIND: Final = filtered(PersonalListingCommand, "jinlin.cli.history.log_filter:LOG")
app.command("log", cls=_KIND, help=N_("What was done, the latest first."))(taking_call(log, _KIND))


def _entries(call: Call, reader: Reader, subject: str | None, asked: FilterWords) -> Listing:
    """Return what was done, the latest first; of one record where that was named."""
    where = LOG.condition(reader, asked)
    notes: tuple[str, ...] = ()
    month = _month(reader, subject)
    if month is not None:
        first, after = (reader.clock.moment(day) for day in (month.first, month.next.first))
        where &= Condition("e.at >= ? AND e.at < ?", (first, after))
        subject = None
    if subject is not None and subject.isdecimal() and len(subject) < TOO_LONG:
        seq = int(subject)
        subject = f"{reader.clock.today.year}-{seq:04d}"  # this year's issue
        notes = _numbered(reader, seq, subject)
    if subject is not None:
        where &= Condition("instr(' ' || e.subject || ' ', ?)", (f" {subject} ",))
    rows = list(undo.entries(reader, *where, limit=rows_wanted(call)))
    cells: tuple[Cell[undo.Entry], ...] = (
        Cell("seq", _("No."), kind=Kind.INTEGER),
        Cell("at", _("When"), lambda entry: reader.moment(entry.at), Kind.TIME),
        Cell("user", _("Who")),
        Cell("command", _("Command"), labels={row.command: as_spoken(row.command) for row in rows}),
        Cell("did", _("What was done"), lambda entry: entry.did.text(), personal=Personal.TEXT),
        Cell("undone", _("Undone"), kind=Kind.BOOLEAN),
    )
    empty = _("Nothing was done yet.")
    if asked or month:
        empty = _("Nothing of what was asked for is in the log.")
    elif subject:
        empty = _("Nothing was done to “{number}”.").format(number=subject)
    return Listing.of(
        "log",
        _("Log"),
        cells,
        rows,
        total=undo.count_entries(reader, *where),
        empty=empty,
        notes=notes,
    )


def _month(reader: Reader, subject: str | None) -> Month | None:
    """Return the month that is meant by a word that may be the number of a record: `10月`."""
    if subject is None or "月" not in subject:
        return None
    with suppress(UsageError):
        return parse_month(subject, reader.clock)
    return None


def _numbered(reader: Reader, seq: int, subject: str) -> tuple[str, ...]:
    """Say what the command with a bare number did: the log prints such numbers too."""
    entry = undo.entry_of(reader, seq)
    if entry is None or entry.subject == subject:
        return ()
    return (_("No. {seq} in the log: {what}.").format(seq=seq, what=entry.did.text()),)


def _check_alone(call: Call, subject: str | None, asked: FilterWords) -> None:
    """Refuse what `--head` and `--verify` do not look at.

    Raises:
        UsageError: a record, a filter or a file was named.
    """
    subject = subject or LOG.typed(asked) or None
    if subject is not None:
        raise UsageError(
            _("--head and --verify look at the whole record, not at “{number}” alone.").format(
                number=subject
            ),
            hint=_("To compare a printed checksum: jinlin db check --head CHECKSUM"),
        )
    if call.output is not None:
        raise UsageError(
            _("--head and --verify write no file."), hint=_("Leave -o away, or use --json.")
        )
