"""`jinlin elevator affected list`, `add`, `object`, `settle`, `agreement`, `remove`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Final, TypeAlias

from jinlin.complex.building.queries import complex_name
from jinlin.complex.household.door import Door
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.said import day_on
from jinlin.elevator.commands import shared
from jinlin.elevator.consent import affected
from jinlin.elevator.consent.doors import project_of_door
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.answers import Effect
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PageCommand, PersonalListingCommand
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import TEXT, choice
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.check.proofs import FileState, proof_if_named, proof_state
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Tx
from jinlin.works.words import On

_verb = partial(verb_in, __name__)

app = family(
    N_("Owners whom the works affect."),
    usual="list",
    later=(
        _verb(
            "list", "list_",
            N_("Who is affected, how, and whether it is settled."),
            PersonalListingCommand,
        ),
        _verb("add", "add_", N_("Record an owner whose light, air or passage is affected.")),
        _verb("object", "object_", N_("The owner objected in writing.")),
        _verb("settle", "settle_", N_("It was settled with the owner, in writing.")),
        _verb(
            "agreement", "agreement_",
            N_("The agreement with an owner, to be printed and signed by both."),
            PageCommand,
        ),
        _verb("remove", "remove_", N_("Take out what was recorded by mistake.")),
    ),
    words={"异议": "object", "反对": "object", "达成处理": "settle", "了结": "settle",
           "达成": "settle", "协议书": "agreement"},
)  # fmt: skip

EFFECT: Final = choice(Effect, called=N_("EFFECT"))
EffectWord: TypeAlias = Annotated[
    Effect | None, EFFECT.option("--effect", help=N_("采光, 通风, 噪声, 通行, 占用 or 其他."))
]


def list_(call: Call, number: shared.Project = None) -> None:
    with reading(call) as reader:
        found = affected.affected(reader, project(reader, number))
        path = reader.path
    limit = rows_wanted(call)
    show(
        call,
        Listing(
            key="affected",
            title=_("Affected owners"),
            columns=(
                Column(key="household", heading=_("Home")),
                Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
                Column(
                    key="effect",
                    heading=_("Touched in"),
                    labels=Effect.labels(),
                ),
                Column(key="text", heading=_("Remark"), personal=Personal.TEXT),
                Column(key="objected_on", heading=_("Objected on"), kind=Kind.DATE),
                Column(key="objection", heading=_("Objection"), personal=Personal.TEXT),
                Column(key="handling", heading=_("What is done about it"), personal=Personal.TEXT),
                Column(key="settled_on", heading=_("Settled on"), kind=Kind.DATE),
                Column(key="settlement", heading=_("Settled how"), personal=Personal.TEXT),
                Column(key="file", heading=_("File")),
                Column(key="file_state", heading=_("The file is"), labels=FileState.labels()),
            ),
            rows=[
                (
                    one.home, one.floor, one.effect, one.text, one.objected_on, one.objection,
                    one.handling, one.settled_on, one.settlement, one.file,
                    proof_state(one.file, one.sha256, path),
                )
                for one in found[: limit or None]
            ],
            total=len(found),
            empty=_("Nobody is on the list: jinlin elevator affected add 3-1-101 --effect 采光"),
            aside=frozenset({"file", "file_state"}),
        ),
    )  # fmt: skip


def add_(
    call: Call,
    home: shared.Home,
    effect: Annotated[
        Effect,
        EFFECT.option(
            help=N_("采光, 通风, 噪声, 通行, 占用 or 其他."),
            asked=AskedFor(N_("In what it is touched")),
        ),
    ],
    text: Annotated[str | None, TEXT.option("--text", help=N_("How."))] = None,
    number: shared.Project = None,
) -> None:
    _carry_out(
        call,
        home,
        number,
        lambda tx, found, door: affected.add_affected(tx, found, door, effect, text=text),
        _("{home} is on the list of affected owners."),
    )


def object_(
    call: Call,
    home: shared.Home,
    text: Annotated[
        str,
        TEXT.argument(
            help=N_("What the owner objects."), asked=AskedFor(N_("What the owner objects"))
        ),
    ],
    effect: EffectWord = None,
    handling: Annotated[str | None, TEXT.option(help=N_("What is done about it."))] = None,
    on: On = None,
    number: shared.Project = None,
) -> None:
    _carry_out(
        call,
        home,
        number,
        lambda tx, found, door: affected.object_to(
            tx,
            found,
            door,
            effect,
            text=text,
            on=day_on(on, tx.clock),
            handling=handling,
        ),
        _("The objection of {home} is on record; the works wait until it is settled."),
    )


def settle_(
    call: Call,
    home: shared.Home,
    how: Annotated[
        str,
        TEXT.option(
            help=N_("On what: compensation, a change."),
            asked=AskedFor(N_("On what it was settled")),
        ),
    ],
    effect: EffectWord = None,
    on: On = None,
    file: shared.File = None,
    number: shared.Project = None,
) -> None:
    proof = proof_if_named(call, file)
    _carry_out(
        call,
        home,
        number,
        lambda tx, found, door: affected.settle(
            tx,
            found,
            door,
            effect,
            affected.OwnerSettlement(day_on(on, tx.clock), how, proof),
        ),
        _("Settled with {home}."),
    )


def agreement_(call: Call, home: shared.Home, number: shared.Project = None) -> None:
    from jinlin.elevator.consent.affected_page import affected_page
    from jinlin.output.delivery.page import show_pages

    with reading(call) as reader:
        found, door = project_of_door(reader, number, home)
        touched = affected.affected_home(reader, found, door)
        page = affected_page(touched, found, complex_name(reader))
    data = {
        "project": found.label,
        "household": door.label,
        "effects": [one.effect.value for one in touched.touched],
        "compensation_fen": touched.compensation,
    }
    show_pages(call, [page], data=data, template=AGREEMENT_TEMPLATE)


AGREEMENT_TEMPLATE = "利害关系业主协议"


def remove_(
    call: Call,
    home: shared.Home,
    effect: EffectWord = None,
    number: shared.Project = None,
) -> None:
    _carry_out(
        call,
        home,
        number,
        lambda tx, found, door: affected.remove_affected(tx, found, door, effect),
        _("{home} is off the list of affected owners."),
    )


def _carry_out(
    call: Call,
    home: str,
    number: str | None,
    act: Callable[[Tx, Project, Door], None],
    said: str,
) -> None:
    with writing(call) as tx:
        found, door = project_of_door(tx, number, home)
        act(tx, found, door)
    done(
        call,
        said.format(home=door.label),
        number=door.label,
        data={"project": found.label, "household": door.label},
    )
