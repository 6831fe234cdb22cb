"""`jinlin elevator compare`."""

# ruff: noqa: ARG001  (the options reach `wanted` through the context, all at once)
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, parse_rate, yuan
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.commands.apportionment import options
from jinlin.elevator.draft.quote_comparison import FIXED_PART
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import table_or_record
from jinlin.store.command.command import reading

USUAL = "jinlin,gentle,area"
_LIST = re.compile(r"[，、;；\s]+|,(?!\d{3}(?:\D|$))")
"""Between amounts: `450,000` is one, `45万,48万` are two."""


def compare_(
    ctx: typer.Context,
    total: Annotated[
        str | None,
        typer.Option(metavar=_("MONEY"), help=_("Several, like 45万,48万; else the quotes.")),
    ] = None,
    scheme: Annotated[
        str | None,
        typer.Option(metavar="A,B", help=_("Which schemes; three usual ones if left away.")),
    ] = None,
    project: Annotated[
        str | None, typer.Option(metavar="X1", help=_("Its entrance, quotes and subsidies."))
    ] = None,
    building: options.Building = None,
    entrance: options.Entrance = None,
    households: options.Households = None,
    floors: options.Floors = None,
    per_floor: options.PerFloor = None,
    subsidy_lump: options.SubsidyLump = None,
    subsidy_rate: options.SubsidyRate = None,
    subsidy_max: options.SubsidyMax = None,
    free_up_to: options.FreeUpTo = None,
    relief: options.Relief = None,
    exempt: options.Exempt = None,
    exclude: options.Exclude = None,
    round_to: options.RoundTo = "yuan",
    fixed: Annotated[
        str | None,
        typer.Option(metavar="P%", help=_("Part of the cost every floor needs; 50%.")),
    ] = None,
) -> None:
    from jinlin.elevator.draft.quote_comparison import compare
    from jinlin.elevator.draft.quote_comparison_pages import (
        compare_json,
        compare_record,
        floors_listing,
    )

    call = called(ctx)
    part = FIXED_PART if fixed is None else parse_rate(fixed)
    rules = [load_scheme(name) for name in _LIST.split(scheme or USUAL) if name]
    totals = _totals(call, total, project)
    said = {**dict.fromkeys(_OTHERS), **ctx.params, "scheme": "jinlin", "total": yuan(totals[0])}
    request = options.wanted(call, said).request
    found = compare(request, totals=totals, schemes=rules, fallback=load_scheme("area"), fixed=part)
    target = (call.output or "").lower()
    if call.fields is not None:
        record = compare_record(found, title=_("Quotes by schemes"), fixed=part)
        show(call, table_or_record(call.fields, floors_listing(found), record))
    elif call.json or target.endswith(".json"):
        show(call, compare_json(found, fixed=part))
    elif call.csv or target.endswith((".csv", ".xlsx")):
        show(call, floors_listing(found))
    else:
        show(call, compare_record(found, title=_("Quotes by schemes"), fixed=part))


_OTHERS = (
    "base", "step", "coefficient_table", "free_floor", "by", "cap", "cap_floor", "cap_room",
)  # fmt: skip


def _totals(call: Call, said: str | None, number: str | None) -> Sequence[int]:
    """Return the costs that were said; else the quotes of the project with its other lines.

    Raises:
        UsageError: neither is there and nobody can be asked; or what was said is no amount.
        NotFoundError: there is no such project.
    """
    if said is None:
        quoted = _quoted(call, number)
        if quoted:
            return quoted
        [said] = answers(
            call, [Question(option="--total", text=_("The quotes, like 45万,48万"), given=None)]
        )
    texts = [text for text in _LIST.split(said.strip()) if text]
    return [parse_money(text) for text in texts or [said]]


def _quoted(call: Call, number: str | None) -> list[int]:
    from jinlin.core.config import database_path
    from jinlin.elevator.project.costs import CostKind, cost_lines
    from jinlin.elevator.project.projects import project, projects
    from jinlin.elevator.project.quotes import quotes

    if number is None and not database_path(call).exists():
        return []
    with reading(call) as reader:
        if number is None and len(projects(reader, open_only=True)) != 1:
            return []
        found = project(reader, number)
        others = sum(
            line.amount for line in cost_lines(reader, found) if line.kind is not CostKind.QUOTE
        )
        return [quote.amount + others for quote in quotes(reader, found)]
