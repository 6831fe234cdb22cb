"""The options that commands share: global ones, and what to do with a result."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import PurePath
from typing import Any, Final

import typer
from typer.core import TyperOption

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import give_names
from jinlin.output.command.typed_words import check_said, name_of

Kept = dict[str, Any]


MAX_LIMIT_DIGITS: Final = 9
SEALED: Final = ".age"
"""Behind a file's name: it is encrypted with a passphrase (age)."""


def _keep(ctx: typer.Context, param: Any, value: Any) -> None:
    """Keep a global option, wherever on the line it stood.

    Raises:
        UsageError: nothing can be seen of what it is set to.
    """
    kept: Kept = ctx.find_root().meta.setdefault("jinlin", {})
    if isinstance(value, str) and value:
        check_said(name_of(param), value)
    if value not in (None, False):
        kept[param.name] = value


def _limit(ctx: typer.Context, param: Any, value: str | None) -> None:
    if value is None:
        return
    if value.strip().lower() not in ("all", "全部") and not (
        value.isdecimal() and len(value) <= MAX_LIMIT_DIGITS and int(value)
    ):
        raise UsageError(
            _("“{text}” is not a number of rows.").format(text=value),
            hint=_("Write it like --limit 100 or --limit all."),
        )
    _keep(ctx, param, value)


def _file(ctx: typer.Context, param: Any, value: str | None, *, usual: str) -> None:
    """Keep the name of a file; one without an ending gets the usual one, if it is no folder's."""
    if value is None:
        return
    from jinlin.core.files.filenames import check_file_name

    check_file_name(value)
    if PurePath(value).suffix.lower() == SEALED and len(PurePath(value).name) > len(SEALED):
        value = value[: -len(SEALED)]
        ctx.find_root().meta.setdefault("jinlin", {})["encrypt"] = True
    ending = PurePath(value).suffix  # `.月报` of `10.月报` is none
    bare = not (ending and ending.isascii()) and not PurePath(value).name.startswith(".")
    if bare and not ctx.find_root().obj.path(value).is_dir():  # a folder is refused as one later
        value += usual
    _keep(ctx, param, value)


def _option(
    *names: str, text: str, metavar: str | None = None, callback: Callable[..., None] = _keep
) -> TyperOption:
    option = TyperOption(
        param_decls=list(names),
        help=text,
        metavar=metavar,
        is_flag=metavar is None,
        expose_value=False,
        callback=callback,
    )
    give_names([option])
    return option


@cache
def global_options() -> tuple[TyperOption, ...]:
    """Return the options that every command and every group accepts."""
    return (
        _option("--db", text=N_("The database to use."), metavar=N_("FILE")),
        _option("--lang", text=N_("zh or en."), metavar=N_("LANGUAGE")),
        _option("--user", text=N_("Who is writing."), metavar=N_("NAME")),
        _option("--operation", text=N_("Repeating this id repeats nothing."), metavar="ID"),
        _option("--yes", "-y", text=N_("Answer every question with yes.")),
        _option("--dry-run", text=N_("Rehearse: show what would happen, save nothing.")),
        _option("--json", text=N_("Results and errors as JSON.")),
        _option("--quiet", "-q", text=N_("Print only what was asked for.")),
        _option("--verbose", "-v", text=N_("Say more, such as which database is used.")),
    )


@cache
def listing_options() -> tuple[TyperOption, ...]:
    """Return the options of commands whose result can be written to a file."""
    return (
        *_text_options(),
        *_saving_options(
            N_("Into a file: .xlsx .csv .docx .html .md .txt .json .jsonl; encrypted: .xlsx.age."),
            usual=".xlsx",
        ),
        fields_option(),
        _limit_option(),
    )


@cache
def report_options() -> tuple[TyperOption, ...]:
    """Return the options of commands whose result is a page with tables behind it."""
    return (
        *_text_options(),
        *_saving_options(N_("Into a file: .docx .html .xlsx .csv .md .txt .json."), usual=".docx"),
        _limit_option(),
    )


@cache
def page_options() -> tuple[TyperOption, ...]:
    """Return the options of commands whose result is a page of text."""
    _csv, markdown = _text_options()
    into = N_("Into a file: .docx .html .md .txt .json.")
    return (markdown, *_saving_options(into, usual=".docx"))


def file_options(endings: str) -> tuple[TyperOption, ...]:
    """Return the options of commands whose result is a file."""
    usual, *_more = endings.split()
    return _saving_options(_("Which file: {endings}.").format(endings=endings), usual=usual)


def _text_options() -> tuple[TyperOption, TyperOption]:
    return (
        _option("--csv", text=N_("As csv, for Excel.")),
        _option("--md", text=N_("As Markdown.")),
    )


def _saving_options(text: str, *, usual: str) -> tuple[TyperOption, ...]:
    named = partial(_file, usual=usual)
    return (
        _option("-o", "--output", text=text, metavar=N_("FILE"), callback=named),
        force_option(),
        _option("--open", text=N_("Open the file when it is written.")),
    )


@cache
def force_option() -> TyperOption:
    """Return the option that lets a file be replaced."""
    return _option("--force", text=N_("Replace a file that is there already."))


def _limit_option() -> TyperOption:
    return _option(
        "--limit", text=N_("How many rows to show, or all."), metavar="N", callback=_limit
    )


@cache
def fields_option() -> TyperOption:
    """Return the option that chooses columns."""
    return _option("--fields", text=N_("Only these columns, such as a,b,c."), metavar=N_("FIELDS"))


@cache
def unmask_option() -> TyperOption:
    """Return the option that shows personal data in full."""
    return _option("--unmask", text=N_("Show names and phones in full; the log keeps a line."))
