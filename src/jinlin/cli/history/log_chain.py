"""`jinlin log --head` and `--verify`: the chain of the history."""

from __future__ import annotations

from jinlin.cli.history.row_names import row_name
from jinlin.core.call import Call
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.output.delivery.show import done
from jinlin.person.references.table_names import table_name
from jinlin.store.command.command import looking_at
from jinlin.store.history.chain import chain_head, printed, strayed_rows, verify
from jinlin.store.history.outside import changed_outside
from jinlin.store.record.counters import lowered_counters
from jinlin.store.transaction.tx import Reader


def show_head(call: Call) -> None:
    """Print the checksum of the data, to be written down outside this computer."""
    with looking_at(call) as reader:
        head = chain_head(reader)
    done(
        call,
        _("Checksum of the data: {head}").format(head=printed(head)),
        number=printed(head),
        data={"checksum": printed(head), "head": head},
    )
    if head:
        call.tell(
            _("Whoever has it on paper can prove the record up to now: {command}").format(
                command=as_spoken("jinlin db check") + f' {as_typed("--head")} "{printed(head)}"'
            ),
        )


def show_verdict(call: Call) -> None:
    """Digest the whole history anew, compare every row with it, and say whether all fits.

    Raises:
        StoreError: something was changed afterwards.
    """
    with looking_at(call) as reader:
        verdict = verify(reader)
        strayed = [] if verdict.broken else _strayed(reader)
    if verdict.broken or verdict.odd or strayed:
        where = [_("command {seq}").format(seq=seq) for seq in verdict.broken] + strayed
        raise StoreError(
            _("The record was changed without jinlin: {where}.").format(
                where=_(", ").join(where[:5]) or _("values were taken away")
            ),
            hint=_("See: jinlin db check. A backup from before may be put back."),
        )
    done(
        call,
        _("{count} commands, each as it was written; every row as they left it. Checksum: {head}")
        .format(count=verdict.entries, head=printed(verdict.head)),
        number=printed(verdict.head),
        data={
            "entries": verdict.entries,
            "forgotten": verdict.forgotten,
            "checksum": printed(verdict.head),
            "head": verdict.head,
        },
    )  # fmt: skip
    if verdict.forgotten:
        call.tell(
            _("Changes whose values were deleted with a person: {count}.").format(
                count=verdict.forgotten
            ),
        )


def _strayed(reader: Reader) -> list[str]:
    """Return what people call the rows, and the numbers, that no command left so."""
    rows = [row_name(reader, table, row_id) for table, row_id in strayed_rows(reader)]
    numbers = [
        _("numbers of {table}").format(table=table_name(table))
        for table in lowered_counters(reader.connection)
    ]
    outside = [table_name(table) for table in sorted(changed_outside(reader.connection))]
    return [*dict.fromkeys(rows + numbers + ([] if rows or numbers else outside))]
