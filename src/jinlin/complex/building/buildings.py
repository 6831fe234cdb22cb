"""The register of buildings: how large each is, what it has, and how many households it holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from jinlin.complex.building.cells import count_in, yes_no_in
from jinlin.complex.building.queries import IN_ORDER, extent_of
from jinlin.complex.field import own_table
from jinlin.complex.field.own_fields import set_values
from jinlin.complex.kinds import BUILDING, STOREYS
from jinlin.complex.rules.buildings import BuildingSize, check_against, check_size
from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.output.command.field_options import FIELD
from jinlin.output.command.kinds import NAME, NUMBER
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, SheetCell, computed, field, flag, kept
from jinlin.output.register.rules import Draft, MoreColumns, RegisterChange, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.references import held_by
from jinlin.store.transaction.tx import Reader


class Building(RegisterRow, table="building"):
    """A building, which people call by its code: `3`, `A`.

    Attributes:
        floors: storeys above ground.
        floors_below: storeys below ground.
        entrances: how many stairwells it has.
        stilt_floor: whether the ground level is open, without homes (架空层).
        households: how many are recorded in it.
    """

    code: str = field(
        BUILDING,
        N_("Building"),
        N_("What people call it: 3, A, 3号楼."),
        word=True,
        asked=N_("Which building"),
        edit_help=N_("What it is called now."),
        json="building",
        whole=True,
        sheet=SheetCell("building"),
    )
    name: str | None = field(
        NAME, N_("Title"), N_("A name, if any."), sheet=SheetCell("building_name")
    )
    floors: int | None = field(
        STOREYS,
        N_("Floors"),
        N_("Floors above ground."),
        sheet=SheetCell("floors_total", count_in),
    )
    floors_below: int = field(
        NUMBER,
        N_("Below ground"),
        N_("Floors below ground."),
        default=0,
        sheet=SheetCell("floors_below", count_in),
    )
    entrances: int | None = field(
        NUMBER, N_("Entrances"), N_("Entrances."), sheet=SheetCell("entrances", count_in)
    )
    stilt_floor: bool = flag(
        N_("Stilt floor"),
        help=N_("The ground level is open (stilt floor)."),
        column=Kind.BOOLEAN,
        sheet=SheetCell("stilt_floor", yes_no_in),
    )
    elevator: bool = flag(
        N_("Elevator"),
        help=N_("It has an elevator."),
        column=Kind.BOOLEAN,
        sheet=SheetCell("elevator", yes_no_in),
    )
    households: int = computed(
        N_("Households"),
        "(SELECT count(*) FROM household AS h WHERE h.building_id = r.id AND h.removed_at IS NULL)",
        column=Kind.INTEGER,
        untold=True,
    )
    own: Sequence[str] | None = field(
        FIELD,
        "",
        N_("Fill in a field of your own; FIELD= clears it."),
        names=("--set",),
        repeated=True,
        stored=False,
        clears=False,
        column=None,
        verbs=("edit",),
    )
    note: str | None = kept(label=N_("Remark"), personal=Personal.TEXT, sheet=SheetCell("remark"))


def _check(draft: Draft) -> None:
    """Refuse a size that no building has, or that its homes contradict.

    Raises:
        RuleError: the households recorded contradict it.
        UsageError: a number is out of range.
    """
    size = BuildingSize(*(draft.values[key] for key in BuildingSize._fields))
    check_size(size)
    if draft.old is not None:
        check_against(size, extent_of(draft.tx, draft.old.id))


def _beside(change: RegisterChange) -> Sequence[str]:
    """Fill the fields of the branch's own, and return which of them changed.

    Raises:
        NotFoundError: there is no such field.
        UsageError: a field's value is none.
    """
    assert change.draft is not None
    return set_values(change.tx, "building", change.record.id, change.draft.values["own"] or ())


def _refuse_removal(reader: Reader, building: Building) -> None:
    """Refuse to take a building out of the register on which something stands.

    Raises:
        RuleError: households stand in it, or anything else is recorded of it; it says what.
    """
    code = building.code
    if building.households:
        raise RuleError(
            _("Building {code} has {count} recorded households.").format(
                code=code, count=building.households
            ),
            hint=_("Remove them first: jinlin household list --building {code}").format(code=code),
        )
    held = held_by(reader, "building", building.id)
    if held:
        raise RuleError(
            _("Building {code} cannot be removed: the records still hold {what}.").format(
                code=code, what=_("; ").join(held)
            ),
            hint=_("It stays in the register. Wrong name: jinlin building edit {code} --code NAME")
            .format(code=code),
        )  # fmt: skip


BUILDINGS: Final = Register(
    Building,
    RegisterWords(N_("building"), N_("Buildings"), "buildings", "building", N_("3 --floors 7")),
    known_by="code",
    order=IN_ORDER.replace("b.", "r."),
    rules=Rules(
        _check,
        _refuse_removal,
        more=MoreColumns(
            partial(own_table.columns, "building"),
            partial(own_table.held, "building"),
            own_table.write,
        ),
        beside=_beside,
    ),
)
