"""`jinlin sql`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.output.command.grammar import PersonalListingCommand
from jinlin.output.command.kinds import TEXT
from jinlin.output.command.verb import taking_call
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.command.free_question import Answers, ask, tables

app = typer.Typer(add_completion=False, rich_markup_mode=None)


def sql(
    call: Call,
    text: Annotated[
        str | None,
        TEXT.argument(
            help=N_("One SELECT in quotation marks; without it, the tables and columns.")
        ),
    ] = None,
) -> None:
    with reading(call) as reader:
        if text is None:
            found = list(tables(reader))
        else:
            answers = ask(reader, text, limit=rows_wanted(call), unmask=call.unmask)
    show(call, _tables(found) if text is None else _answers(answers))


app.command(
    "sql", cls=PersonalListingCommand, help=N_("Ask the database in SQL; it changes nothing.")
)(taking_call(sql, PersonalListingCommand))


def _tables(found: list[tuple[str, str, int]]) -> Listing:
    cells: tuple[Cell[tuple[str, str, int]], ...] = (
        Cell("table", _("Table"), lambda row: row[0]),
        Cell("rows", _("Rows"), lambda row: row[2], Kind.INTEGER),
        Cell("columns", _("Columns"), lambda row: row[1]),
    )
    notes = (_('For example: jinlin sql "SELECT status, count(*) FROM issue GROUP BY status"'),)
    return Listing.of("tables", _("Tables"), cells, found, notes=notes)


def _answers(answers: Answers) -> Listing:
    kinds = (_kind(answers, place) for place in range(len(answers.columns)))
    return Listing(
        "answers",
        _("Rows found"),
        tuple(
            Column(name, name, kind, Personal.TEXT if kind is Kind.TEXT else None)
            for name, kind in zip(answers.columns, kinds, strict=True)
        ),
        answers.rows,
        empty=_("Nothing fits the question."),
        notes=tuple(_notes(answers)),
    )


def _kind(answers: Answers, place: int) -> Kind:
    """Return what the values of a column are: whole numbers, or text."""
    values = [row[place] for row in answers.rows if row[place] is not None]
    whole = values and all(isinstance(value, int) for value in values)
    return Kind.INTEGER if whole else Kind.TEXT


def _notes(answers: Answers) -> Iterator[str]:
    if answers.more:
        yield _("There are more rows. All of them: add --limit all")
    if answers.withheld:
        yield _(
            "Left empty, because they tell of single people: {columns}. To read them: --unmask"
        ).format(columns=_(", ").join(answers.withheld))
