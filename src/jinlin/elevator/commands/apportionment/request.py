"""From the words of a split to what is to be shared, and for which project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import NamedTuple

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.elevator.apportionment.household import SplitHousehold
from jinlin.elevator.apportionment.result import SplitRequest
from jinlin.elevator.commands.apportionment.options import SplitWords, Takers
from jinlin.elevator.draft.households import stairwell, with_door_options
from jinlin.elevator.project.costs import COSTS, gross_cost
from jinlin.elevator.project.plans import stairwell_households
from jinlin.elevator.project.projects import Project, project, projects
from jinlin.elevator.project.subsidies import SUBSIDIES
from jinlin.output.command.kinds import MONEY
from jinlin.output.command.questions import ask
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


class SplitWanted(NamedTuple):
    """What is to be shared, and whose it is.

    Attributes:
        building: the recorded building, if it is one.
        entrance: its entrance, if one was named.
        recorded: the recorded households with their ids.
        project: the project whose cost is shared, if it is one.
    """

    request: SplitRequest
    building: str | None
    entrance: str | None
    recorded: Sequence[tuple[int, SplitHousehold]]
    project: Project | None


@contextmanager
def register(call: Call, takers: Takers, number: str | None = None) -> Iterator[Reader | None]:
    """Read the database where a split may need it; without one, a file or two numbers are shared.

    Args:
        call: the command.
        takers: who takes part.
        number: the project that is named.
    """
    if number or takers.building or (not any(takers) and database_path(call).exists()):
        with reading(call) as reader:
            yield reader
    else:
        yield None


def project_meant(reader: Reader | None, takers: Takers, number: str | None) -> Project | None:
    """Return whose cost is shared: the project that is named, or the only one where nobody is.

    Raises:
        UsageError: somebody else is named to take part.
        NotFoundError: there is no such project.
    """
    if reader is None or (number is None and any(takers)):
        return None
    if any(takers):
        raise UsageError(
            _("Who takes part is said by the project."),
            hint=_("Leave --building, --households and --floors away."),
        )
    if number is None and len(projects(reader, open_only=True)) != 1:
        return None
    return project(reader, number)


def total_said(call: Call, words: SplitWords, number: str | None) -> SplitWords:
    """Ask for the gross cost where neither the line nor a project says it.

    Raises:
        UsageError: nobody can be asked.
    """
    if words.total is not None:
        return words
    with register(call, words.takers, number) as reader:
        found = project_meant(reader, words.takers, number)
        if reader and found and gross_cost(COSTS.rows(reader, found)):
            return words
    return words._replace(total=ask(call, MONEY, "--total", _("The gross cost")))


def split_wanted(
    call: Call, reader: Reader | None, words: SplitWords, found: Project | None = None
) -> SplitWanted:
    """Return what is to be shared.

    Args:
        call: the command.
        reader: the database, where it is needed.
        words: what was said.
        found: the project: it says who takes part, and its cost and subsidies where none are said.

    Raises:
        JinlinError: as the words and the households require.
    """
    takers, total, granted = words.takers, words.total, []
    if reader and found:
        takers = Takers(building=found.building, entrance=found.entrance)
        if total is None:
            total = gross_cost(COSTS.rows(reader, found))
        granted = [line.amount for line in SUBSIDIES.rows(reader, found)]
    scheme, subsidy = words.scheme.rule(), words.subsidy.rule(granted)
    recorded, households = _households(call, reader, takers)
    request = SplitRequest(
        households=with_door_options(
            households,
            relief=words.doors.relief or (),
            exempt=chain(*words.doors.exempt or ()),
            excluded=chain(*words.doors.exclude or ()),
            caps=words.caps.cap_room or (),
        ),
        total=total or 0,
        scheme=scheme,
        subsidy=subsidy,
        floor_caps=words.caps.of_floors(),
        rounding=words.round_to,
    )
    return SplitWanted(request, takers.building, takers.entrance, recorded, found)


def _households(
    call: Call, reader: Reader | None, takers: Takers
) -> tuple[Sequence[tuple[int, SplitHousehold]], Sequence[SplitHousehold]]:
    """Return who takes part: recorded, from a file, or made from two numbers."""
    building, entrance, file, floors, per_floor = takers
    made = floors is not None or per_floor is not None
    if sum((building is not None, file is not None, made)) != 1:
        raise UsageError(
            _("Say in one way who takes part."),
            hint=_("Give one of: --building 3, --households FILE, --floors 7 --per-floor 2."),
        )
    if entrance is not None and building is None:
        raise UsageError(
            _("--entrance needs --building."), hint=_("Write it like --building 3 --entrance 1.")
        )
    if building is not None and reader:
        recorded = stairwell_households(reader, building, entrance=entrance)
        return recorded, [household for _id, household in recorded]
    if file is not None:
        from jinlin.elevator.draft.households import read_households

        return (), read_households(call.environment.folder / file)
    if floors is None or per_floor is None:
        raise UsageError(
            _("--floors and --per-floor belong together."),
            hint=_("Write it like --floors 7 --per-floor 2."),
        )
    return (), stairwell(floors=floors, per_floor=per_floor)
