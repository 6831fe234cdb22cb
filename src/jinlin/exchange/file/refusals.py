"""Why a file is not read: one sentence each, and how to go on."""

from __future__ import annotations

from pathlib import Path

from jinlin.core.errors import FileError
from jinlin.core.i18n import _
from jinlin.exchange.file.looks import MAX_UNSAVED
from jinlin.exchange.file.sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS


def empty(path: Path) -> FileError:
    """Return the error for a file with nothing in it."""
    return FileError(
        _("{path} is empty.").format(path=path),
        hint=_("Save it again in Excel or WPS, then try again."),
    )


def no_table(path: Path, what: str, *, opens: bool = False) -> FileError:
    """Return the error for a file that is something else, whatever its name ends with.

    Args:
        path: the file.
        what: what it is, with an article, in the user's language.
        opens: Excel and WPS can open it all the same.
    """
    return FileError(
        _("{path} is not a table but {what}.").format(path=path, what=what),
        hint=_("Open it in Excel or WPS and save it as .xlsx or .csv.")
        if opens
        else _("Choose the file with the table itself: .xlsx, .xls or .csv."),
    )


def no_text(path: Path) -> FileError:
    """Return the error for a csv in an encoding nobody uses, or that is no text at all."""
    return FileError(
        _("{path} is not a text in UTF-8 or GB18030.").format(path=path),
        hint=_("Open it in Excel or WPS and save it as .xlsx."),
    )


def badly_quoted(path: Path, line: int, error: Exception) -> FileError:
    """Return the error for csv whose quotation marks do not add up."""
    return FileError(
        _("{path} is not proper csv at line {line}.").format(path=path, line=line),
        hint=_("A quotation mark is opened and not closed there, or stands in the wrong place."),
        detail=str(error),
    )


def no_opener(path: Path) -> FileError:
    """Return the error where no Python is found that could open a workbook by itself."""
    return FileError(
        _("{path} is a workbook, and nothing was found here to open it.").format(path=path),
        hint=_("Save it as .csv in Excel or WPS and take that."),
    )


def locked(path: Path) -> FileError:
    """Return the error for a workbook that asks for a password."""
    return FileError(
        _("{path} is protected by a password.").format(path=path),
        hint=_("Open it in Excel or WPS, take the password off, save it, then try again."),
    )


def sealed(path: Path) -> FileError:
    """Return the error for a file that is encrypted with age."""
    return FileError(
        _("{path} is encrypted.").format(path=path),
        hint=_("Open it first: jinlin db decrypt {path}").format(path=path),
    )


def damaged(path: Path, detail: str) -> FileError:
    """Return the error for a workbook that cannot be taken apart."""
    return FileError(
        _("{path} is damaged and cannot be read.").format(path=path),
        hint=_("Open it in Excel or WPS, save it under another name, then try again."),
        detail=detail,
    )


def suspicious(path: Path) -> FileError:
    """Return the error for an archive made to do harm."""
    return FileError(
        _("{path} is not packed like a real workbook and was not opened.").format(path=path),
        hint=_("If you trust it, open it in Excel or WPS and save it under another name."),
    )


def no_results(path: Path, sheet: str) -> FileError:
    """Return the error for a sheet full of formulas whose results no program has saved."""
    return FileError(
        _(
            "In the sheet {sheet} of {path} the results of more than {count} formulas are not"
            " saved."
        ).format(sheet=sheet, path=path, count=MAX_UNSAVED),
        hint=_("Open it in Excel or WPS and save it, then try again."),
    )


def too_far(path: Path, cell: str) -> FileError:
    """Return the error for a sheet that spans more than we read.

    Args:
        path: the file.
        cell: the corner it reaches to, as spreadsheets name it.
    """
    return FileError(
        _("The table in {path} reaches as far as cell {cell}.").format(path=path, cell=cell),
        hint=_(
            "At most {rows} rows, {columns} columns and {cells} cells are read: delete what stands"
            " outside of the table, or split it into several files."
        ).format(rows=MAX_ROWS, columns=MAX_COLUMNS, cells=MAX_CELLS),
    )


def too_many_rows(path: Path) -> FileError:
    """Return the error for a table longer than we read."""
    return FileError(
        _("{path} has more than {count} rows.").format(path=path, count=MAX_ROWS),
        hint=_("Split it into several files."),
    )


def too_much(path: Path) -> FileError:
    """Return the error for a workbook whose sheets hold more text than we read."""
    return FileError(
        _("There is more in the sheets of {path} than is read at once.").format(path=path),
        hint=_("Keep the sheet that is needed, or split it into several files."),
    )


def too_many_values(path: Path, count: int) -> FileError:
    """Return the error for JSON that holds more than we read.

    Args:
        path: the file.
        count: how many values are read at most.
    """
    return FileError(
        _("{path} holds more than {count} values.").format(path=path, count=count),
        hint=_("Split it into several files."),
    )


def too_many_columns(path: Path, row: int) -> FileError:
    """Return the error for a table wider than we read."""
    return FileError(
        _("Row {row} of {path} has more than {count} columns.").format(
            row=row, path=path, count=MAX_COLUMNS
        ),
        hint=_("Delete what stands to the right of the table."),
    )


def no_json(path: Path, error: Exception) -> FileError:
    """Return the error for JSON that cannot be read."""
    return FileError(
        _("{path} is not proper JSON.").format(path=path),
        hint=_("Write it again, for example with: jinlin household export -o FILE.json"),
        detail=str(error),
    )


def half_a_character(path: Path, error: UnicodeEncodeError) -> FileError:
    """Return the error for JSON with a text that no file can hold.

    Args:
        path: the file.
        error: says where the half stands.
    """
    before = error.object[: error.start].rpartition('"')[2][-20:]
    return FileError(
        _("In {path} half of a character stands behind “{text}”.").format(path=path, text=before),
        hint=_("Take it out (it looks like \\ud83d), then try again."),
        detail=str(error),
    )


def no_records(path: Path) -> FileError:
    """Return the error for JSON that holds no table."""
    return FileError(
        _("{path} holds no list of records.").format(path=path),
        hint=_("It must look like what jinlin writes itself: a “data” that is a list of records."),
    )
