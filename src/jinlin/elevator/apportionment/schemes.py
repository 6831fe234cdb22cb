"""Named schemes: the coefficient rules people agree on, each option of which can be overridden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Final

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _, speaking
from jinlin.core.word import Word
from jinlin.elevator.apportionment.caps import Cap
from jinlin.elevator.apportionment.coefficients import Coefficients, FloorTable, FreeFloors, Ladder
from jinlin.elevator.apportionment.weights import Mode

DEFAULT_SCHEME: Final = "jinlin"


class Provenance(Word):
    """How far a scheme's source can be trusted."""

    LAW = "law", N_("statute")
    OFFICIAL = "official", N_("official document")
    REPORTED = "reported", N_("reported, not verified")
    OWN = "own", N_("a rule of one's own")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A rule that says what every floor weighs, who is free, and what nobody has to exceed.

    Attributes:
        name: what `--scheme` calls it.
        names: what people call it, by language; the name where there is none.
        titles: its title by language, `zh` and `en`.
        cities: its city by language; empty when it has none.
        rules: the rule in words by language; empty when not given.
        by: what a coefficient weighs.
        coefficients: ladder or table; None where the user has to give a table.
        free: the floors free by rule.
        cap: the uniform cap.
        storeys: the height a table was made for; None for every height.
        source: where the rule comes from, as the source calls itself.
        confidence: how far the source can be trusted.
    """

    name: str
    titles: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    cities: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    by: Mode
    coefficients: Coefficients | None
    free: FreeFloors
    cap: Cap
    storeys: int | None = None
    source: str = ""
    confidence: Provenance = Provenance.OWN

    @property
    def called(self) -> str:
        """What it is called in the user's language."""
        return self.names.get(speaking(), self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """What the user says instead of the scheme, field by field; None leaves the scheme's own.

    Attributes:
        base: the coefficient at the foot of the ladder.
        step: what each further floor adds.
        table: a whole table of coefficients; it replaces ladder or table.
        free_up_to: the highest floor free from below.
        free_floors: single free floors above it.
        by: what a coefficient weighs.
        cap: the uniform cap.
    """

    base: Fraction | None = None
    step: Fraction | None = None
    table: Mapping[int, Fraction] | None = None
    free_up_to: int | None = None
    free_floors: frozenset[int] | None = None
    by: Mode | None = None
    cap: Cap | None = None


def overridden(scheme: Scheme, overrides: Overrides) -> Scheme:
    """Return the scheme with the user's own words put over it.

    Raises:
        UsageError: base or step are given for a table.
    """
    free = FreeFloors(
        up_to=scheme.free.up_to if overrides.free_up_to is None else overrides.free_up_to,
        others=scheme.free.others if overrides.free_floors is None else overrides.free_floors,
    )
    changes: dict[str, Any] = {"free": free, "coefficients": _coefficients(scheme, overrides)}
    if overrides.table is not None:
        changes["storeys"] = None
    if overrides.by is not None:
        changes["by"] = overrides.by
    if overrides.cap is not None:
        changes["cap"] = overrides.cap
    return replace(scheme, **changes)


def _coefficients(scheme: Scheme, overrides: Overrides) -> Coefficients | None:
    own = scheme.coefficients
    stepped = overrides.base is not None or overrides.step is not None
    if overrides.table is not None and not stepped:
        return FloorTable(by_floor=dict(overrides.table))
    if not stepped:
        return own
    if overrides.table is not None or not isinstance(own, Ladder):
        raise UsageError(
            _("--base and --step make a ladder; here the coefficients come from a table."),
            hint=_(
                "Give either --coefficients, or --base and --step with a scheme such as jinlin."
            ),
        )
    return Ladder(
        base=own.base if overrides.base is None else overrides.base,
        step=own.step if overrides.step is None else overrides.step,
    )


def needed_coefficients(scheme: Scheme) -> Coefficients:
    """Return the coefficients of a scheme that must have some.

    Raises:
        RuleError: the scheme is a formula whose coefficients the user has to give.
    """
    if scheme.coefficients is None:
        raise RuleError(
            _("The scheme {scheme} has no coefficients of its own.").format(scheme=scheme.called),
            hint=_("Give them for every floor, like --coefficients 2=0.5,3=1."),
        )
    return scheme.coefficients
