"""The options that several verbs of `jinlin notice` share, and how their words are read."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.errors import FileError, UsageError
from jinlin.core.files.reading import MAX_TEXT, piped_text, read_file
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.notice.rules.notices import NoticePeriod, Unit, parse_period
from jinlin.output.command.kinds import FILE

Number: TypeAlias = Annotated[
    str, typer.Argument(metavar="N12", help=_("The number of the notice."))
]
Title: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TITLE"), help=_("Its title."))]
Text: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("What it says; a new line, a paragraph."))
]
File: TypeAlias = Annotated[
    str | None,
    FILE.option(help=_("What it says, from a text file; - reads what is piped in.")),
]
Basis: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("Why and on which basis."))
]
Audience: TypeAlias = Annotated[
    str | None, typer.Option("--for", metavar=_("TEXT"), help=_("Whom it concerns."))
]
SignedBy: TypeAlias = Annotated[
    str | None, typer.Option("--signer", metavar=_("NAME"), help=_("Who signs it."))
]
Witness: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("NAME"), help=_("Who witnesses it."))
]
Contact: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("TEXT"), help=_("Where to object or ask: who, phone, place, hours.")),
]
Places: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--place", metavar=_("PLACE"), help=_("Where it hangs; repeat it.")),
]
Attachments: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--attachment", metavar=_("TEXT"), help=_("An attachment; repeat it.")),
]
Named: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--name", metavar=_("NAME"),
        help=_("May be named: agreed in writing, or acts in a post; repeat it."),
    ),
]  # fmt: skip
Days: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("DAYS"), help=_("How long, such as 15 or 7个工作日.")),
]
About: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("NUMBER"), help=_("What it is about: 2026-7, E3, X1, M12, M12-1, F5.")),
]
Day: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("DATE"), help=_("The day, today otherwise."))
]


def period_said(text: str | None, usual: NoticePeriod | None) -> NoticePeriod | None:
    """Return the period that was said; without a unit it counts days as the usual one does.

    Raises:
        UsageError: it cannot be read.
    """
    if text is None:
        return usual
    days, unit = parse_period(text)
    unit = unit or (usual.unit if usual else Unit.NATURAL)
    source = usual.source if usual and (usual.days, usual.unit) == (days, unit) else ""
    return NoticePeriod(days, unit, source)


def lines_of(texts: list[str] | None) -> tuple[str, ...] | None:
    """Return what was said several times, each on one line; None when nothing was."""
    if texts is None:
        return None
    return tuple(said for text in texts if (said := " ".join(clean(text).split())))


def text_given(call: Call, text: str | None, file: str | None) -> str | None:
    """Return what a notice says, from `--text` or `--file`; None when neither was given.

    Raises:
        UsageError: both were given, or nothing stands there.
        FileError: the file cannot be read.
    """
    if text is not None and file is not None:
        raise UsageError(_("Choose one of --text and --file."), hint=_("Give only one of them."))
    if file is None:
        return None if text is None else clean(text.replace("\\n", "\n"))
    said = clean(_read(call, file))
    if not said:
        raise UsageError(
            _("Nothing stands in {file}.").format(file=file), hint=_("Write the text into it.")
        )
    return said


def _read(call: Call, file: str) -> str:
    if file == "-":
        return "".join(piped_text(call.environment.stdin))
    path = call.environment.path(file)
    content = read_file(path, MAX_TEXT)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileError(
        _("{path} is no text file.").format(path=path),
        hint=_("Save it as text (.txt), or paste the text with --text."),
    )
