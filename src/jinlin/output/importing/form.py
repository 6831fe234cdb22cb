"""A form: a sheet written with what is known, filled in by hand or in Excel, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import FileError
from jinlin.core.files.filenames import ending_of
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.text import compact
from jinlin.exchange.table.fields import FORM, field_label
from jinlin.exchange.table.rows import Row
from jinlin.output.delivery.files import check_free, free_name, write_whole
from jinlin.output.delivery.show import done
from jinlin.output.importing.report_words import few

_GIVEN: Final = N_("filled in already")


class SheetForm(NamedTuple):
    """What stands on a form.

    Attributes:
        title: what it is called, marked with `N_`: its file, its tab, the head of each page.
        given: the fields that are known.
        asked: the fields to be filled in, each with how, marked with `N_`.
        choices: what may stand in some of them, in the user's language.
        numbers: the fields that hold numbers.
    """

    title: str
    given: Sequence[str]
    asked: Mapping[str, str]
    choices: Mapping[str, Sequence[str]]
    numbers: frozenset[str] = frozenset()


def write_form(
    call: Call,
    form: SheetForm,
    number: str,
    rows: Sequence[Sequence[str | float]],
    *,
    back: str,
    about: str = "",
    persons: int = 0,
) -> None:
    """Write a form, into the file that was named or one with a telling name.

    Args:
        call: the command.
        form: what stands on it.
        number: which one it is; the same in every language, and for no other form.
        rows: what is known, in the order of `given`.
        back: the command that takes it back, in English words.
        about: what it is about, for the head of each page.
        persons: of how many people it tells unmasked.

    Raises:
        UsageError: the ending is another than .xlsx, or nobody can confirm.
        FileError: the file cannot be written.
        KeyboardInterrupt: she does not agree.
    """
    from jinlin.output.delivery.disclosure import disclosed

    target = call.output or free_name(call, f"{_(form.title)}-{number.replace('/', '-')}", ".xlsx")
    ending_of(target, [".xlsx"])
    path = check_free(call, target)
    if persons:
        with disclosed(call, target, persons) as held:
            _write(held, target, form, number, rows, about)
    else:
        _write(call, target, form, number, rows, about)
    done(
        call,
        _("{title}: {count} rows to be filled in: {path}").format(
            title=_(form.title), count=len(rows), path=path
        ),
        number=str(path),
        data={"file": str(path), "form": number, "rows": len(rows)},
    )
    call.tell(_("When it is filled in: {command}").format(command=as_spoken(f"{back} {path.name}")))


def _write(
    call: Call,
    target: str,
    form: SheetForm,
    number: str,
    rows: Sequence[Sequence[str | float]],
    about: str,
) -> None:
    from jinlin.documents.template import Blank, write_template

    given = [
        Blank(field_label(field), _(_GIVEN), number=field in form.numbers, given=True)
        for field in form.given
    ]
    asked = [
        Blank(
            field_label(field),
            _(note),
            number=field in form.numbers,
            choices=tuple(form.choices.get(field, ())),
        )
        for field, note in form.asked.items()
    ]
    blanks = [*given, *asked, Blank(field_label(FORM), _(_GIVEN), given=True)]
    whole = [(*row, *[""] * len(asked), number) for row in rows]
    title = _(form.title)
    above = "  ".join(filter(None, (title, about, number)))
    write_whole(
        call,
        target,
        lambda file: write_template(file, title=title, blanks=blanks, rows=whole, above=above),
    )


def on_form(rows: Iterable[Row], number: str) -> Iterator[Row]:
    """Yield the rows of a form; one that was added by hand has no number and is taken too.

    Raises:
        FileError: they stand on another form.
    """
    for row in rows:
        said = row.text(FORM)
        if said and compact(said) != compact(number):
            raise FileError(
                _("This sheet is {said}, and what is filled in here is {number}.").format(
                    said=said, number=number
                ),
                hint=_(
                    "Nothing was taken. Was another file meant, or another project, ballot or"
                    " meeting? If it is right all the same: --map {header}=-"
                ).format(header=row.headers.name(FORM)),
            )
        yield row


def is_empty(row: Row, asked: Iterable[str]) -> bool:
    """Return whether nothing was filled in of what a form asks."""
    return not any(row.text(field) for field in asked)


def left_empty(labels: Sequence[str]) -> Sequence[str]:
    """Return the note of what was not filled in: an empty cell is no answer."""
    if not labels:
        return ()
    text = _("Not filled in, so nothing was recorded for them ({count}): {rows}")
    return (text.format(count=len(labels), rows=few(labels)),)
