"""`jinlin elevator compare`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.money import parse_money
from jinlin.elevator.apportionment.coefficients import Rounding
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.apportionment.schemes import Overrides, overridden
from jinlin.elevator.commands.apportionment.options import (
    ROUNDING,
    DoorWords,
    FreeUpTo,
    SplitWords,
    SubsidyWords,
    Takers,
)
from jinlin.elevator.commands.apportionment.request import project_meant, register, split_wanted
from jinlin.elevator.commands.kinds import RATE
from jinlin.elevator.draft.quote_comparison import FIXED_PART
from jinlin.elevator.project.parent import PROJECT
from jinlin.output.command.kind import WordKind
from jinlin.output.command.questions import ask
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import table_or_record
from jinlin.store.command.command import reading

USUAL: Final = ("jinlin", "gentle", "area")
_LIST = re.compile(r"[，、;；\s]+|,(?!\d{3}(?:\D|$))")
"""Between amounts: `450,000` is one, `45万,48万` are two."""


def _listed(text: str) -> Sequence[str]:
    return [word for word in _LIST.split(text.strip()) if word] or [text]


def _amounts(text: str) -> Sequence[int]:
    return [parse_money(word) for word in _listed(text)]


AMOUNTS: Final = WordKind("money", N_("MONEY"), _amounts)
SCHEMES: Final = WordKind("scheme", N_("SCHEME"), _listed)


def compare_(
    call: Call,
    *,
    total: Annotated[
        Sequence[int] | None, AMOUNTS.option(help=N_("Several, like 45万,48万; else the quotes."))
    ] = None,
    scheme: Annotated[
        Sequence[str] | None,
        SCHEMES.option(called="A,B", help=N_("Which schemes; three usual ones if left out.")),
    ] = None,
    project: Annotated[
        str | None, PROJECT.option(help=N_("Its entrance, quotes and subsidies."))
    ] = None,
    takers: Takers,
    subsidy: SubsidyWords,
    free_up_to: FreeUpTo = None,
    doors: DoorWords,
    round_to: Annotated[
        Rounding, ROUNDING.option("--round", help=N_("The unit of the amounts."))
    ] = Rounding.YUAN,
    fixed: Annotated[
        Fraction | None, RATE.option(help=N_("Part of the cost every floor needs; 50%."))
    ] = None,
) -> None:
    from jinlin.elevator.draft.quote_comparison import compare
    from jinlin.elevator.draft.quote_comparison_pages import (
        compare_json,
        compare_record,
        floors_listing,
    )

    part = FIXED_PART if fixed is None else fixed
    own = Overrides(free_up_to=free_up_to)
    rules = [overridden(load_scheme(name), own) for name in scheme or USUAL]
    totals = total or _quoted(call, project)
    totals = totals or ask(call, AMOUNTS, "--total", _("The quotes, like 45万,48万"))
    words = SplitWords(takers, totals[0], subsidy, doors=doors, round_to=round_to)
    with register(call, takers, project) as reader:
        request = split_wanted(call, reader, words, project_meant(reader, takers, project)).request
    found = compare(request, totals=totals, schemes=rules, fallback=load_scheme("area"), fixed=part)
    target = (call.output or "").lower()
    if call.fields is not None:
        record = compare_record(found, title=_("Quotes by schemes"), fixed=part)
        show(call, table_or_record(call.fields, floors_listing(found), record))
    elif call.json or target.endswith(".json"):
        show(call, compare_json(found, fixed=part))
    elif call.csv or target.endswith((".csv", ".jsonl")):
        show(call, floors_listing(found))
    else:
        show(call, compare_record(found, title=_("Quotes by schemes"), fixed=part))


def _quoted(call: Call, number: str | None) -> Sequence[int]:
    """Return the quotes of a project with its other lines; nothing where no project is meant.

    Raises:
        NotFoundError: there is no such project.
    """
    from jinlin.core.config import database_path
    from jinlin.elevator.project.costs import COSTS, CostKind
    from jinlin.elevator.project.projects import project, projects
    from jinlin.elevator.project.quotes import QUOTES

    if number is None and not database_path(call).exists():
        return ()
    with reading(call) as reader:
        if number is None and len(projects(reader, open_only=True)) != 1:
            return ()
        found = project(reader, number)
        others = sum(
            line.amount for line in COSTS.rows(reader, found) if line.kind is not CostKind.QUOTE
        )
        return [quote.amount + others for quote in QUOTES.rows(reader, found)]
