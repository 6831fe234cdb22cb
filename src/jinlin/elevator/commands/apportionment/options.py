"""The words of `elevator split`, `explain` and `compare`; their surface is fixed in docs/cli.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Annotated, Final, NamedTuple

from jinlin.complex.kinds import BUILDING, ENTRANCE
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.elevator.apportionment import option_words
from jinlin.elevator.apportionment.caps import Cap
from jinlin.elevator.apportionment.coefficients import Rounding
from jinlin.elevator.apportionment.cost import SubsidyRule
from jinlin.elevator.apportionment.option_words import FloorCap, Relief, RoomCap, Rooms
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.apportionment.schemes import (
    DEFAULT_SCHEME,
    Overrides,
    Scheme,
    overridden,
)
from jinlin.elevator.apportionment.weights import Mode
from jinlin.elevator.commands.kinds import CAP, RATE
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import FILE, MONEY, NUMBER, choice

SCHEME: Final = WordKind("scheme", N_("SCHEME"), str)
FACTOR: Final = WordKind("factor", "K", option_words.parse_number)
FLOOR: Final = WordKind("floor", N_("FLOOR"), option_words.parse_floor)
FREE_UP_TO: Final = WordKind("floor", N_("FLOOR"), option_words.parse_free_up_to)
COEFFICIENTS: Final = WordKind("coefficients", "2=0.5,3=1", option_words.parse_coefficients)
MODE: Final = choice(Mode, called="household|area|floor|floor-area")
FLOOR_CAP: Final = WordKind("floor cap", "F=N", option_words.parse_floor_money)
ROOM_CAP: Final = WordKind("room cap", N_("ROOM=N"), option_words.parse_room_money)
RELIEF: Final = WordKind("relief", N_("ROOM=K"), option_words.parse_room_factor)
ROOMS: Final = WordKind("rooms", N_("ROOM"), option_words.parse_rooms)
ROUNDING: Final = choice(Rounding, called="fen|yuan|10|100")

# fmt: off
FreeUpTo = Annotated[int | None, FREE_UP_TO.option(help=N_("Free up to this floor; 1 unless the scheme says otherwise."))]


class Takers(NamedTuple):
    """Who takes part: those of a recorded building, of a file, or of two numbers."""

    building: Annotated[str | None, BUILDING.option(help=N_("The recorded households of a building."))] = None
    entrance: Annotated[str | None, ENTRANCE.option(help=N_("Only those of one entrance."))] = None
    households: Annotated[str | None, FILE.option(help=N_("The households of an xlsx or csv file: room and floor, area where needed."))] = None
    floors: Annotated[int | None, NUMBER.option(help=N_("So many floors, with --per-floor."))] = None
    per_floor: Annotated[int | None, NUMBER.option(called="K", help=N_("So many households on each floor."))] = None


class SubsidyWords(NamedTuple):
    """Public money that lowers the bill."""

    subsidy_lump: Annotated[list[int] | None, MONEY.option("--subsidy", help=N_("A subsidy; may be repeated."))] = None
    subsidy_rate: Annotated[Fraction | None, RATE.option(help=N_("A subsidy as a share of the gross cost."))] = None
    subsidy_max: Annotated[int | None, MONEY.option(help=N_("The most that share may bring."))] = None

    def rule(self, granted: Sequence[int] = ()) -> SubsidyRule:
        """Return what they mean.

        Args:
            granted: the subsidies of a project in fen, where none is said.

        Raises:
            UsageError: there is a most of a share that is not said.
        """
        if self.subsidy_max and not self.subsidy_rate:
            raise UsageError(
                _("--subsidy-max needs --subsidy-rate."),
                hint=_("Write it like --subsidy-rate 40% --subsidy-max 28万."),
            )
        lump = self.subsidy_lump or (() if self.subsidy_rate else granted)
        return SubsidyRule(
            lump=sum(lump), rate=self.subsidy_rate or Fraction(0), ceiling=self.subsidy_max
        )


class SchemeWords(NamedTuple):
    """The rule of coefficients, and what is said instead of it."""

    scheme: Annotated[str, SCHEME.option(help=N_("The rule of coefficients; see jinlin elevator schemes."))] = DEFAULT_SCHEME
    base: Annotated[Fraction | None, FACTOR.option(help=N_("The coefficient at the foot of the ladder."))] = None
    step: Annotated[Fraction | None, FACTOR.option(help=N_("What each further floor adds."))] = None
    coefficient_table: Annotated[Mapping[int, Fraction] | None, COEFFICIENTS.option("--coefficients", help=N_("A coefficient for each floor, or for several: 2-3=0.5,4-7=1."))] = None
    free_up_to: FreeUpTo = None
    free_floor: Annotated[list[int] | None, FLOOR.option(help=N_("A single free floor; may be repeated."))] = None
    by: Annotated[Mode | None, MODE.option(help=N_("What a coefficient weighs."))] = None
    cap: Annotated[Cap | None, CAP.option(help=N_("The cap per household: an amount, a multiple of the mean, a share of the gross cost."))] = None

    def rule(self) -> Scheme:
        """Return what they mean.

        Raises:
            JinlinError: there is no such scheme, or what is said does not fit it.
        """
        free = frozenset(self.free_floor) if self.free_floor else None
        changes = Overrides(
            base=self.base, step=self.step, table=self.coefficient_table,
            free_up_to=self.free_up_to, free_floors=free, by=self.by, cap=self.cap,
        )
        return overridden(load_scheme(self.scheme), changes)


class CapWords(NamedTuple):
    """The caps of floors and doors."""

    cap_floor: Annotated[list[FloorCap] | None, FLOOR_CAP.option(help=N_("A cap for a floor and all below it; may be repeated."))] = None
    cap_room: Annotated[list[RoomCap] | None, ROOM_CAP.option(help=N_("A cap for one household; may be repeated."))] = None

    def of_floors(self) -> Mapping[int, int]:
        """Return the cap in fen of each floor that was given one, the stricter of two."""
        caps: dict[int, int] = {}
        for floor, fen in self.cap_floor or ():
            caps[floor] = min(fen, caps.get(floor, fen))
        return caps


class DoorWords(NamedTuple):
    """What is asked for single doors."""

    relief: Annotated[list[Relief] | None, RELIEF.option(help=N_("The part of its share one household is asked for, like 502=0.5; may be repeated."))] = None
    exempt: Annotated[list[Rooms] | None, ROOMS.option(help=N_("Takes part but pays nothing; may be repeated."))] = None
    exclude: Annotated[list[Rooms] | None, ROOMS.option(help=N_("Takes no part; may be repeated."))] = None


class SplitWords(NamedTuple):
    """A split as it is asked for."""

    takers: Takers = Takers()
    total: Annotated[int | None, MONEY.option(help=N_("The gross cost, like 48万."), free=True)] = None
    subsidy: SubsidyWords = SubsidyWords()
    scheme: SchemeWords = SchemeWords()
    caps: CapWords = CapWords()
    doors: DoorWords = DoorWords()
    round_to: Annotated[Rounding, ROUNDING.option("--round", help=N_("The unit of the amounts."))] = Rounding.FEN
