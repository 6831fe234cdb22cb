"""`jinlin log`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.cli.nouns import spoken
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.history import undo
from jinlin.store.transaction.tx import Reader

TOO_LONG: Final = 10
"""So many digits no number has."""


def log(
    call: Call,
    subject: Annotated[
        str | None,
        TEXT.argument(called=_("NUMBER"), help=_("Only what was done to this record.")),
    ] = None,
    head: Annotated[
        bool, flag("--head", help=_("The checksum of the data, as reports print it."))
    ] = False,
    verify: Annotated[
        bool, flag("--verify", help=_("Whether the record was changed afterwards."))
    ] = False,
) -> None:
    if head or verify:
        from jinlin.cli.history.log_chain import show_head, show_verdict

        _check_alone(call, subject)
        (show_verdict if verify else show_head)(call)
        return
    with reading(call) as reader:
        listing = _entries(call, reader, subject)
    show(call, listing)


def _entries(call: Call, reader: Reader, subject: str | None) -> Listing:
    """Return what was done, the latest first; of one record where that was named."""
    notes: tuple[str, ...] = ()
    if subject is not None and subject.isdecimal() and len(subject) < TOO_LONG:
        seq = int(subject)
        subject = f"{reader.clock.today.year}-{seq:04d}"  # this year's issue
        notes = _numbered(reader, seq, subject)
    rows = [
        (
            entry.seq,
            reader.moment(entry.at),
            entry.user,
            entry.command,
            entry.did.text(),
            entry.undone,
        )
        for entry in undo.entries(reader, limit=rows_wanted(call), subject=subject)
    ]
    return Listing(
        key="log",
        title=_("Log"),
        columns=(
            Column(key="seq", heading=_("No."), kind=Kind.INTEGER),
            Column(key="at", heading=_("When"), kind=Kind.TIME),
            Column(key="user", heading=_("Who")),
            Column(
                key="command", heading=_("Command"), labels={row[3]: spoken(row[3]) for row in rows}
            ),
            Column(key="did", heading=_("What was done"), personal=Personal.TEXT),
            Column(key="undone", heading=_("Undone"), kind=Kind.BOOLEAN),
        ),
        rows=rows,
        total=undo.count_entries(reader, subject=subject),
        empty=_("Nothing was done to “{number}”.").format(number=subject)
        if subject
        else _("Nothing was done yet."),
        notes=notes,
    )


def _numbered(reader: Reader, seq: int, subject: str) -> tuple[str, ...]:
    """Say what the command with a bare number did: the log prints such numbers too."""
    entry = undo.entry_of(reader, seq)
    if entry is None or entry.subject == subject:
        return ()
    return (_("No. {seq} in the log: {what}.").format(seq=seq, what=entry.did.text()),)


def _check_alone(call: Call, subject: str | None) -> None:
    """Refuse what `--head` and `--verify` do not look at.

    Raises:
        UsageError: a record or a file was named.
    """
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
