"""A help page: usage, what it does, and aligned lists, at the width of the screen."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Iterator, Sequence
from typing import Any, Final

from jinlin.core.call import Environment
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import N_, _, speaking
from jinlin.core.line.option_names import as_typed, shown_names, spoken_option
from jinlin.core.text import pad, width, wrapped
from jinlin.output.command.typed_words import metavar_of, spoken_path

Row = tuple[str, str]

_SAID: Final = {
    "today": N_("today"),
    "note": N_("remark"),
    "text": N_("text"),
}
"""Defaults that are words."""


def help_page(command: Any, ctx: Any, *, everywhere: Sequence[Any]) -> str:
    """Return the help page of a command or a noun.

    Args:
        command: the command.
        ctx: its context.
        everywhere: the options that stand anywhere on the line, told last.
    """
    columns = _columns(ctx.find_root().obj)
    lines = [*_usage(command, ctx, columns), ""]
    for paragraph in inspect.cleandoc(_(command.help or "")).split("\n"):
        lines += [f"  {line}".rstrip() for line in wrapped(paragraph, columns - 2)]
    if example := example_of(command, ctx):
        first, *rest = wrapped(_("For example: {line}").format(line=example), columns)
        lines += ["", first, *(f"    {line}" for line in rest)]
    for heading, rows in _sections(command, ctx, everywhere):
        if rows:
            lines += ["", heading, *_list(rows, columns)]
    if command.epilog:
        lines += ["", *(f"{line}" for line in inspect.cleandoc(command.epilog).split("\n"))]
    return "\n".join(lines) + "\n"


def _columns(environment: Environment) -> int:
    named = environment.variables.get("COLUMNS", "")
    columns = int(named) if named.isdecimal() else shutil.get_terminal_size().columns
    return max(40, min(columns, 100))


def _usage(command: Any, ctx: Any, columns: int) -> Iterator[str]:
    """Return how it is typed: in Chinese in short first, then with all that the line may hold."""
    words, short = [_("[OPTIONS]")], []
    for param in command.params:
        asked = getattr(param.type, "asked", None)
        always = asked is not None and asked.always
        if param.param_type_name == "argument":
            name = metavar_of(param)
            needed = param.required or getattr(param, "needed", False)
            words.append(name if needed else f"[{name}]")
            short.append(name if needed or always else f"[{name}]")
        elif asked or getattr(param.type, "free", False):
            short.append(_short(param) if always else f"[{_short(param)}]")
    if hasattr(command, "commands"):
        words.append(_("COMMAND …"))
        short.append(words[-1])
    whole = f"{ctx.command_path} {' '.join(words)}"
    in_short = " ".join([spoken_path(ctx), *short])
    said = [whole] if speaking() == "en" or ctx.parent is None else [in_short, whole]
    lead = _("Usage: {command}").format(command="")
    for number, line in enumerate(said):
        first, *rest = wrapped(line, columns - width(lead))
        yield f"{lead if number == 0 else ' ' * width(lead)}{first}"
        yield from (f"    {one}" for one in rest)


def _short(param: Any) -> str:
    """Return what an option asks for, where its word may stand without it."""
    said = metavar_of(param)
    return spoken_option(param.opts)[2:] if param.type.name in _SAY_LITTLE else said


_SAY_LITTLE: Final = frozenset({"text", "name", "person", "visitor", "choice"})
"""Kinds of words of which the option says more."""


def example_of(command: Any, ctx: Any) -> str:
    """Return a line that can be typed as it stands; empty for a noun."""
    examples = shipped("output/command/examples.toml")
    line = str(examples.get(ctx.command_path.partition(" ")[2], ""))
    if speaking() == "zh" or not line:
        return line
    words, place = line.split(" "), ctx
    path: list[tuple[str, Any]] = []
    while place.parent is not None:
        path.insert(0, (place.info_name, place.parent.command.words))
        place = place.parent
    for name, meant in path:
        if meant.get(words[0]) == name:  # the usual verb of a family goes without saying
            words.pop(0)
    english = {
        chinese: next(one for one in names if one.startswith("--"))
        for param in command.get_params(ctx)
        if param.param_type_name == "option"
        for names in (param.opts, param.secondary_opts)
        for chinese in names
    }
    return " ".join([*(name for name, _words in path), *(english.get(one, one) for one in words)])


def _sections(command: Any, ctx: Any, everywhere: Sequence[Any]) -> Iterator[tuple[str, list[Row]]]:
    own = [p for p in command.params if not getattr(p, "hidden", False)]
    yield _("Arguments:"), [_row(p) for p in own if p.param_type_name == "argument"]
    yield _("Options:"), [_row(p) for p in own if p.param_type_name == "option"]
    if hasattr(command, "commands"):
        yield from _commands(command)
    further = [_row(p) for p in _shared(command, ctx) if p not in everywhere]
    told_last: list[Row] = []
    if hasattr(command, "commands"):  # a group has no result
        further, told_last = told_last, further
    yield _("What to do with the result:"), further
    yield _("Options anywhere on the line:"), [*map(_row, everywhere), *told_last, _help_row()]


def _help_row() -> Row:
    return as_typed("--help"), _("Show this page.")


def _shared(command: Any, ctx: Any) -> list[Any]:
    own = {id(p) for p in command.params}
    help_option = command.get_help_option(ctx)
    return [p for p in command.get_params(ctx) if id(p) not in own and p is not help_option]


def _commands(group: Any) -> Iterator[tuple[str, list[Row]]]:
    """Return the verbs of a noun, each with its Chinese word."""
    words: dict[str, str] = {}
    for word, name in group.words.items():
        words.setdefault(name, word)
    panels: dict[str, list[Row]] = {}
    for name, command in group.commands.items():
        if not command.hidden:
            heading = _(getattr(command, "panel", "") or N_("Commands:"))
            label = f"{name} {words[name]}" if name in words else name
            panels.setdefault(heading, []).append((label, _first_line(command)))
    yield from panels.items()


def _first_line(command: Any) -> str:
    return inspect.cleandoc(command.said()).partition("\n")[0]


def _row(param: Any) -> Row:
    text = _(param.help or "")
    if param.param_type_name == "argument":
        return metavar_of(param), text
    names = ", ".join(shown_names(param))
    label = names if param.is_flag else f"{names} {metavar_of(param)}"
    default = param.default
    shown = param.show_default and not param.is_flag and not callable(default)
    if shown and default not in (None, False, "", ()):
        said = _SAID.get(str(default))
        text += _(" [default: {value}]").format(value=_(said) if said else default)
    return label, text


def _list(rows: list[Row], columns: int) -> list[str]:
    """Return a list of labels and texts; a label too long stands on a line of its own."""
    label_width = min(max(width(label) for label, _text in rows), max(columns // 3, 26))
    lines = []
    for label, text in rows:
        parts = wrapped(text, columns - label_width - 4)
        if width(label) > label_width:
            lines.append(f"  {label}")
            lines.append(" " * (label_width + 4) + parts[0])
        else:
            lines.append(f"  {pad(label, label_width)}  {parts[0]}".rstrip())
        lines += [" " * (label_width + 4) + part for part in parts[1:]]
    return lines
