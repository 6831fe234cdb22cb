"""What households and visits can be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.complex.building.filter_terms import building_term
from jinlin.complex.household.register import among, mentioning, owned_by
from jinlin.complex.rules.address import parse_entrance
from jinlin.complex.rules.buildings import Use
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.output.listing.filter import (
    SINCE,
    UNTIL,
    Condition,
    Contradiction,
    Filter,
    FilterTerm,
    days,
    each,
    having,
    one_of,
)

_BUILDING: Final = N_("Only this building; several: 3,5.")


def _floor(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise UsageError(
            _("“{text}” is not a floor.").format(text=text), hint=_("Write it like 5 or -1.")
        ) from None


def _tag(word: str) -> str:
    from jinlin.complex.household.care import find_tag

    return find_tag(word, every=1).name


def _in_any(found: Sequence[frozenset[int]]) -> Condition:
    return among(frozenset[int]().union(*found))


HOUSEHOLDS: Final = Filter(
    (
        building_term(one_of("x.building_id"), told=_BUILDING),
        FilterTerm(
            "entrance", N_("Only this entrance."), N_("ENTRANCE"),
            read=parse_entrance, where=one_of("x.entrance"),
        ),
        FilterTerm(
            "floor", N_("Only this floor; several: 1,-1."), "N",
            read=_floor, where=one_of("x.floor"),
        ),
        FilterTerm(
            "state", N_("Only those used so, such as vacant or 出租."), N_("STATE"),
            choice=Use, where=one_of("x.state"),
        ),
        FilterTerm(
            "owner", N_("An owner's name, part of it, pinyin, phone."), N_("PERSON"),
            find=owned_by, where=_in_any, kind="person",
        ),
        FilterTerm(
            "text", N_("Room, remark, or who owns it or lives there; pinyin too."), N_("TEXT"),
            find=mentioning, where=_in_any,
        ),
        FilterTerm("care", N_("Only those with a care tag; for you alone.")),
        FilterTerm("tag", N_("Only this care tag, such as 独居老人."), N_("TAG"), read=_tag),
        FilterTerm("visit_due", N_("Only those whose visit is due.")),
    )
)  # fmt: skip
VISITS: Final = Filter(
    (
        building_term(one_of("h.building_id"), told=_BUILDING),
        FilterTerm("due", N_("Instead of those made, those whose day has come.")),
        *days("v.visited_on"),
        FilterTerm(
            "by", N_("Only where she went along."), N_("PERSON"),
            where=each("instr(v.visitors, ?)"),
        ),
        FilterTerm(
            "text", N_("Words in whom they met, purpose or result."), N_("TEXT"),
            where=having("v.met", "v.purpose", "v.result"),
        ),
    ),
    (
        Contradiction(
            "due",
            frozenset({SINCE, UNTIL, "by", "text"}),
            N_("--due lists visits still to be made; nobody has made them on any day."),
            N_("Leave --due away, or --from, --to, --by and --text."),
        ),
    ),
)  # fmt: skip
