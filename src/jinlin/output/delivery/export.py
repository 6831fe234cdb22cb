"""A whole register into a file: how many people it tells of is said first, and the log keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.files.filenames import ending_of
from jinlin.core.i18n import N_, Message, _
from jinlin.output.delivery.disclosure import confirm_file, tell_of_keeping
from jinlin.output.delivery.files import check_free, free_name, write_whole
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import done
from jinlin.output.listing.listing import Listing, chosen
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

if TYPE_CHECKING:
    from jinlin.documents.template import Blank

FREE_TEXT: Final = frozenset({"remark"})
"""Columns no masking reaches."""
ENDINGS: Final = (".xlsx", ".csv", ".json", ".jsonl")


class ExportedRegister(NamedTuple):
    """A register as it is to be written.

    Attributes:
        listing: its columns, whose keys are the fields an import reads, and its rows.
        persons: how many people it tells of.
        notes: what the file does not say.
    """

    listing: Listing
    persons: int
    notes: tuple[str, ...] = ()


def export(
    call: Call, name: str, gather: Callable[[Reader], ExportedRegister], *, masked: bool
) -> None:
    """Write a register into the file that was named, or into one with a telling name.

    Args:
        call: the command.
        name: what the register is called, marked with `N_`; a file nobody named is called so.
        gather: asks for the register.
        masked: names, phones and ids are masked; such a file cannot be imported again.

    Raises:
        UsageError: the ending or a field is not known, or nobody can confirm.
        FileError: the file cannot be written.
    """
    with reading(call) as reader:
        listing, persons, notes = gather(reader)
        day = reader.clock.today.isoformat()
    if call.fields is not None:
        narrowed = chosen(listing, call.fields)
        assert isinstance(narrowed, Listing)
        listing = narrowed
    kept = [place for place, c in enumerate(listing.columns) if c.key not in FREE_TEXT]
    if masked and len(kept) < len(listing.columns):
        listing = listing.narrowed(kept)
        notes = (*notes, _("Remarks are not in a masked file: they may name anybody."))
    rows = [tuple(row) for row in listing.rows]
    telling = persons > 0 and not masked
    target = call.output or free_name(call, _stem(_(name), day, persons, masked=masked), ".xlsx")
    ending_of(target, ENDINGS)
    path = check_free(call, target)
    if telling:
        confirm_file(call, path.name, persons)
    whole = listing._replace(rows=rows)
    if not call.dry_run:
        _write(call, target, whole, name=name, persons=persons, masked=masked)
    done(
        call,
        _("{name}: {rows} rows were written to {path}.").format(
            name=_(name), rows=len(rows), path=path
        ),
        number=str(path),
        data={"file": str(path), "rows": len(rows), "persons": persons, "masked": masked},
    )
    for note in notes:
        call.tell(note)
    if telling and not call.dry_run:
        tell_of_keeping(call)


def _stem(name: str, day: str, persons: int, *, masked: bool) -> str:
    if not persons:
        return f"{name}-{day}"
    what = _("masked") if masked else _("with personal data")
    return f"{name}-{what}-{day}"


def _write(
    call: Call, target: str, listing: Listing, *, name: str, persons: int, masked: bool
) -> None:
    """Write the file; what holds personal data leaves a line in the log, or is not written."""
    from jinlin.output.listing.formats import BY_ENDING

    write = BY_ENDING[ending_of(target, ENDINGS)]
    as_seen = call._replace(unmask=not masked)
    if masked or not persons:
        write_whole(call, target, lambda file: write(as_seen, listing, file))
        return
    with once_saved(call) as held, writing(call) as tx:
        tx.noteworthy = True
        words: dict[str, Any] = {"register": Message(name), "persons": persons}
        tx.describe(
            Message(N_("Exported with personal data: {register}; people: {persons}"), words),
            reverse=Message(""),
        )
        write_whole(held, target, lambda file: write(as_seen, listing, file))


def write_blank(
    call: Call, name: str, *, title: str, blanks: Sequence[Blank], lines: Sequence[str]
) -> None:
    """Write an empty table to be filled in and imported.

    Args:
        call: the command.
        name: what the file is called where nobody named it, without its ending.
        title: what stands on the sheet's tab.
        blanks: the columns.
        lines: what to know before filling it in.

    Raises:
        UsageError: the ending is another than .xlsx.
        FileError: the file cannot be written.
    """
    from jinlin.documents.template import write_template

    target = call.output or free_name(call, name, ".xlsx")
    ending_of(target, [".xlsx"])
    path = check_free(call, target)
    if not call.dry_run:
        write_whole(call, target, lambda file: write_template(file, title=title, blanks=blanks))
    done(
        call,
        _("An empty table is ready: {path}").format(path=path),
        number=str(path),
        data={"file": str(path), "columns": [blank.heading for blank in blanks]},
    )
    for line in lines:
        call.tell(line)
