"""The words of `elevator split` and what they mean; its surface is fixed in docs/cli.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from jinlin.complex.rules.address import parse_building, parse_entrance
from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, parse_rate, yuan
from jinlin.elevator.apportionment import option_words
from jinlin.elevator.apportionment.coefficients import Rounding
from jinlin.elevator.apportionment.cost import SubsidyRule
from jinlin.elevator.apportionment.household import SplitHousehold
from jinlin.elevator.apportionment.result import Split, SplitRequest
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.apportionment.schemes import Overrides, overridden
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.apportionment.weights import Mode
from jinlin.elevator.draft.households import stairwell, with_door_options
from jinlin.elevator.project.plans import stairwell_households
from jinlin.elevator.project.projects import Project
from jinlin.output.asking import Question, answers
from jinlin.output.command.kinds import FILE
from jinlin.store.command.command import reading

# fmt: off
Building = Annotated[str | None, typer.Option(metavar=_("BUILDING"), help=_("The recorded households of a building."))]
Entrance = Annotated[str | None, typer.Option(metavar=_("ENTRANCE"), help=_("Only those of one entrance."))]
Households = Annotated[str | None, FILE.option(help=_("The households of an xlsx or csv file: room and floor, area where needed."))]
Floors = Annotated[int | None, typer.Option(metavar="N", help=_("So many floors, with --per-floor."))]
PerFloor = Annotated[int | None, typer.Option(metavar="K", help=_("So many households on each floor."))]
Total = Annotated[str | None, typer.Option(metavar=_("MONEY"), help=_("The gross cost, like 48万."))]
SubsidyLump = Annotated[list[str] | None, typer.Option("--subsidy", metavar=_("MONEY"), help=_("A subsidy; may be repeated."))]
SubsidyRate = Annotated[str | None, typer.Option(metavar="P%", help=_("A subsidy as a share of the gross cost."))]
SubsidyMax = Annotated[str | None, typer.Option(metavar=_("MONEY"), help=_("The most that share may bring."))]
SchemeName = Annotated[str, typer.Option("--scheme", metavar=_("SCHEME"), help=_("The rule of coefficients; see jinlin elevator schemes."))]
Base = Annotated[str | None, typer.Option(metavar="K", help=_("The coefficient at the foot of the ladder."))]
Step = Annotated[str | None, typer.Option(metavar="K", help=_("What each further floor adds."))]
CoefficientTable = Annotated[str | None, typer.Option("--coefficients", metavar="2=0.5,3=1", help=_("A coefficient for each floor."))]
FreeUpTo = Annotated[str | None, typer.Option(metavar=_("FLOOR"), help=_("Free up to this floor; 1 unless the scheme says otherwise."))]
FreeFloor = Annotated[list[str] | None, typer.Option(metavar=_("FLOOR"), help=_("A single free floor; may be repeated."))]
By = Annotated[str | None, typer.Option(metavar="household|area|floor|floor-area", help=_("What a coefficient weighs."))]
CapWord = Annotated[str | None, typer.Option("--cap", metavar="none|N|Nx|P%", help=_("The cap per household: an amount, a multiple of the mean, a share of the gross cost."))]
CapFloor = Annotated[list[str] | None, typer.Option(metavar="F=N", help=_("A cap for a floor and all below it; may be repeated."))]
CapRoom = Annotated[list[str] | None, typer.Option(metavar=_("ROOM=N"), help=_("A cap for one household; may be repeated."))]
Relief = Annotated[list[str] | None, typer.Option(metavar=_("ROOM=K"), help=_("The part of its share one household is asked for, like 502=0.5; may be repeated."))]
Exempt = Annotated[list[str] | None, typer.Option(metavar=_("ROOM"), help=_("Takes part but pays nothing; may be repeated."))]
Exclude = Annotated[list[str] | None, typer.Option(metavar=_("ROOM"), help=_("Takes no part; may be repeated."))]
RoundTo = Annotated[str, typer.Option("--round", metavar="fen|yuan|10|100", help=_("The unit of the amounts."))]


# fmt: on


class SplitDone(NamedTuple):
    """A split as it was asked for, and what it gave.

    Attributes:
        result: the apportionment.
        building: the recorded building, if one was named.
        entrance: the entrance, if one was named.
        recorded: the recorded households with their ids.
        project: the project whose cost is shared, if one was named.
    """

    result: Split
    building: str | None
    entrance: str | None
    recorded: Sequence[tuple[int, SplitHousehold]]
    project: Project | None = None


class SplitWanted(NamedTuple):
    """A split as it was asked for, not yet carried out; the attributes are those of `SplitDone`."""

    request: SplitRequest
    building: str | None
    entrance: str | None
    recorded: Sequence[tuple[int, SplitHousehold]]
    project: Project | None


def answer(call: Call, said: Mapping[str, Any]) -> SplitDone:
    """Read the words of the command line and share the cost.

    Args:
        call: the command.
        said: its own options by name.

    Raises:
        JinlinError: as the words, the households and the rules require.
    """
    request, building, entrance, recorded, project = wanted(call, said)
    return SplitDone(split(request), building, entrance, recorded, project)


def wanted(call: Call, said: Mapping[str, Any]) -> SplitWanted:
    """Read the words of the command line.

    Args:
        call: the command.
        said: its own options by name.

    Raises:
        JinlinError: as the words and the households require.
    """
    said, project = _of_project(call, said)
    [total_words] = answers(
        call, [Question(option="--total", text=_("The gross cost"), given=said["total"], check=parse_money)]
    )  # fmt: skip
    total = parse_money(total_words)
    subsidy = _subsidy(said)
    overrides = _overrides(said)
    scheme = overridden(load_scheme(said["scheme"]), overrides)
    rounding = Rounding.read(said["round_to"])
    floor_caps = _floor_caps(said["cap_floor"] or ())
    building = parse_building(said["building"]) if said["building"] else None
    entrance = parse_entrance(said["entrance"]) if said["entrance"] else None
    recorded, households = _households(call, said, building=building, entrance=entrance)
    request = SplitRequest(
        households=with_door_options(
            households,
            relief=[option_words.parse_room_factor(text) for text in said["relief"] or ()],
            exempt=option_words.parse_rooms(said["exempt"] or ()),
            excluded=option_words.parse_rooms(said["exclude"] or ()),
            caps=[option_words.parse_room_money(text) for text in said["cap_room"] or ()],
        ),
        total=total,
        scheme=scheme,
        subsidy=subsidy,
        floor_caps=floor_caps,
        rounding=rounding,
    )
    return SplitWanted(request, building, entrance, recorded, project)


def _of_project(call: Call, said: Mapping[str, Any]) -> tuple[Mapping[str, Any], Project | None]:
    """Take from a project what was not said: its entrance, the sum of its cost, its subsidies.

    Raises:
        UsageError: somebody else is named to take part.
        NotFoundError: there is no such project.
    """
    number = said.get("project")
    someone = any(
        said[name] for name in ("building", "entrance", "households", "floors", "per_floor")
    )
    if number is None and (someone or "project" not in said or not database_path(call).exists()):
        return said, None
    if someone:
        raise UsageError(
            _("Who takes part is said by the project."),
            hint=_("Leave --building, --households and --floors away."),
        )
    from jinlin.elevator.project.costs import cost_lines, gross_cost
    from jinlin.elevator.project.projects import project as project_called
    from jinlin.elevator.project.projects import projects
    from jinlin.elevator.project.subsidies import recorded_subsidies

    with reading(call) as reader:
        if number is None and len(projects(reader, open_only=True)) != 1:
            return said, None
        project = project_called(reader, number)
        cost = gross_cost(cost_lines(reader, project))
        granted = [line.amount for line in recorded_subsidies(reader, project)]
    taken = {**said, "building": project.building, "entrance": project.entrance}
    if said["total"] is None and cost:
        taken["total"] = yuan(cost)
    if not (said["subsidy_lump"] or said["subsidy_rate"]):
        taken["subsidy_lump"] = [yuan(amount) for amount in granted]
    return taken, project


def _households(
    call: Call, said: Mapping[str, Any], *, building: str | None, entrance: str | None
) -> tuple[Sequence[tuple[int, SplitHousehold]], Sequence[SplitHousehold]]:
    """Return who takes part: recorded, from a file, or made from two numbers."""
    made = said["floors"] is not None or said["per_floor"] is not None
    ways = sum((building is not None, said["households"] is not None, made))
    if ways != 1:
        raise UsageError(
            _("Say in one way who takes part."),
            hint=_("Give one of: --building 3, --households FILE, --floors 7 --per-floor 2."),
        )
    if entrance is not None and building is None:
        raise UsageError(
            _("--entrance needs --building."), hint=_("Write it like --building 3 --entrance 1.")
        )
    if building is not None:
        with reading(call) as reader:
            recorded = stairwell_households(reader, building, entrance=entrance)
        return recorded, [household for _id, household in recorded]
    if said["households"] is not None:
        from jinlin.elevator.draft.households import read_households

        return (), read_households(call.environment.folder / said["households"])
    if said["floors"] is None or said["per_floor"] is None:
        raise UsageError(
            _("--floors and --per-floor belong together."),
            hint=_("Write it like --floors 7 --per-floor 2."),
        )
    return (), stairwell(floors=said["floors"], per_floor=said["per_floor"])


def _subsidy(said: Mapping[str, Any]) -> SubsidyRule:
    if said["subsidy_max"] and not said["subsidy_rate"]:
        raise UsageError(
            _("--subsidy-max needs --subsidy-rate."),
            hint=_("Write it like --subsidy-rate 40% --subsidy-max 28万."),
        )
    return SubsidyRule(
        lump=sum(parse_money(text) for text in said["subsidy_lump"] or ()),
        rate=parse_rate(said["subsidy_rate"] or "0%"),
        ceiling=parse_money(said["subsidy_max"]) if said["subsidy_max"] else None,
    )


def _overrides(said: Mapping[str, Any]) -> Overrides:
    def read(name: str, parse: Any) -> Any:
        return None if said[name] is None else parse(said[name])

    free = said["free_floor"]
    return Overrides(
        base=read("base", option_words.parse_number),
        step=read("step", option_words.parse_number),
        table=read("coefficient_table", option_words.parse_coefficients),
        free_up_to=read("free_up_to", option_words.parse_free_up_to),
        free_floors=frozenset(option_words.parse_floor(text) for text in free) if free else None,
        by=read("by", Mode.read),
        cap=read("cap", option_words.parse_cap),
    )


def _floor_caps(texts: Sequence[str]) -> dict[int, int]:
    caps: dict[int, int] = {}
    for floor, fen in (option_words.parse_floor_money(text) for text in texts):
        caps[floor] = min(fen, caps.get(floor, fen))
    return caps
