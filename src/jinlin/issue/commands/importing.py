"""`jinlin issue import`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Final

import typer

from jinlin.core.call import Call
from jinlin.core.errors import FileError, UsageError
from jinlin.core.i18n import _
from jinlin.exchange.rows import Row
from jinlin.issue.importing import import_issues
from jinlin.issue.notebook import WANTED
from jinlin.issue.numbers import issue_label
from jinlin.issue.rules import Channel, read_channel
from jinlin.output import import_options
from jinlin.output.grammar import called
from jinlin.output.import_outcome import Outcome
from jinlin.output.importing import Terms, open_table, take
from jinlin.output.show import done, tell
from jinlin.store.command import writing
from jinlin.store.tx import Tx

NEEDED: Final = (("reported_at",), ("title",))


def import_(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar=_("FILE"), help=_("The notebook: xlsx or csv; - for one issue a line.")
        ),
    ],
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="内容=title", help=_("What an unusual header means.")),
    ] = None,
    sheet: import_options.Sheet = None,
    strict: import_options.Strict = False,
    channel: Annotated[
        str | None,
        typer.Option(metavar=_("WORD"), help=_("With -: how they came in, such as patrol.")),
    ] = None,
) -> None:
    call = called(ctx)
    if file == "-":
        _from_lines(call, channel, strict=strict)
        return
    if channel is not None:
        raise UsageError(
            _("--channel goes with - only."), hint=_("In a file the channel is a column.")
        )
    tables = open_table(call, file, WANTED, mapping=map_ or (), sheet=sheet, needed=NEEDED)
    take(call, tables, _import, Terms("issue", source, basis, strict=strict))


def _import(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
    """Take the notebook, and tell what went under 其他."""
    imported = import_issues(tx, rows, origin=origin)
    if not imported.unsorted:
        return imported.outcome
    note = _("Without a category, and now under 其他: {count}. See: {command}").format(
        count=imported.unsorted, command="jinlin issue list --category 其他"
    )
    return imported.outcome._replace(notes=(note,))


def _from_lines(call: Call, channel: str | None, *, strict: bool) -> None:
    """Record what is typed, one issue a line, until the input ends."""
    from jinlin.issue.batch import record_lines

    came_in = read_channel(channel) if channel else Channel.OTHER
    if call.environment.interactive:
        tell(
            call,
            _(
                "One issue a line, such as: 路灯不亮 #公共照明 @3号楼2单元 !紧急 — the end: "
                "an empty line."
            ),
        )
    lines = list(_typed(call))
    with writing(call) as tx:
        imported = record_lines(tx, lines, channel=came_in)
        problems = tuple(refused.problem for refused in imported.outcome.rejected)
        if strict and problems:
            raise FileError(
                _("{count} lines cannot be taken, so none was (--strict).").format(
                    count=len(problems)
                ),
                hint=_("Mend them, or leave --strict away to take the others."),
                rows=problems,
            )
    labels = [issue_label(*number) for number in imported.numbers]
    said = [
        f"{label} {issue.title} → {issue.category.name}"
        for label, issue in zip(labels, imported.added, strict=True)
    ]
    counted = _("Recorded: {added}; there already: {unchanged}; refused: {refused}.").format(
        added=imported.outcome.added,
        unchanged=imported.outcome.unchanged,
        refused=len(problems),
    )
    done(
        call,
        "\n".join([*said, counted]),
        number="\n".join(labels),
        data={
            "added": imported.outcome.added,
            "unchanged": imported.outcome.unchanged,
            "numbers": labels,
            "rejected": [{"row": p.row, "reason": p.reason} for p in problems],
        },
    )
    if problems:
        raise FileError(
            _("{count} lines were refused; the others are in.").format(count=len(problems)),
            hint=_("Type those again, mended."),
            rows=problems,
        )


def _typed(call: Call) -> Iterator[str]:
    """Return the lines of the standard input; on a terminal an empty one ends them."""
    for line in call.environment.stdin:
        if call.environment.interactive and not line.strip():
            return
        yield line
