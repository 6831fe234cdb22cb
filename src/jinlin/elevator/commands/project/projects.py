"""`jinlin elevator add`, `projects`, `edit`, `end`."""

from __future__ import annotations

from typing import Annotated, Any, Final, NamedTuple, TypeAlias

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, changes, day_on
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.kinds import WORKS_DAYS
from jinlin.elevator.progress.actions import add_project, edit_project, end_project
from jinlin.elevator.project.projects import Project, project, projects
from jinlin.elevator.project.stairwell import SaidStairwell, find_stairwell, parse_stairwell
from jinlin.elevator.rules.stages import Stage, WorksKind
from jinlin.elevator.settlement.refunds_due import to_give_back
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import NAME, PAST_DAY, TEXT, choice
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.store.command.command import reading, writing
from jinlin.works.words import On, WhyGivenUp

KIND: Final = choice(WorksKind, called=N_("KIND"))
PLACE: Final = WordKind("entrance", N_("ENTRANCE"), parse_stairwell)


class ProjectWords(NamedTuple):
    """What is kept of a project, as it is said; what is empty clears it in an edit."""

    # fmt: off
    responsible: Annotated[str | None, NAME.option(help=N_("Who acts for the owners and takes the money; never the branch."), cleared="", free=True)] = None
    witness: Annotated[str | None, NAME.option(help=N_("Who witnesses the papers, such as the residents' committee."), cleared="")] = None
    contractor: Annotated[str | None, NAME.option(help=N_("Who carries the works out."), cleared="")] = None
    works_days: Annotated[int | None, WORKS_DAYS.option(help=N_("How many days the works take."))] = None
    running_rule: Annotated[str | None, TEXT.option(help=N_("How the running costs are shared, in words."), cleared="")] = None
    contact: Annotated[str | None, TEXT.option(help=N_("Where to turn with questions: name, place, phone."), cleared="")] = None
    # fmt: on


Note: TypeAlias = Annotated[str | None, TEXT.option(help=N_("A remark."), cleared="")]


def add(
    call: Call,
    place: Annotated[
        SaidStairwell,
        PLACE.argument(
            help=N_("Such as 3-1 or 3号楼1单元."), asked=AskedFor(N_("For which entrance"))
        ),
    ],
    kind: Annotated[
        WorksKind,
        KIND.option(
            help=N_("installation (加装) or replacement (更换)."),
            asked=AskedFor(N_("Installation or replacement (加装/更换)")),
        ),
    ],
    words: ProjectWords,
    started: Annotated[
        SaidDay | None, PAST_DAY.option(help=N_("Since when; today if left out."))
    ] = None,
    note: Note = None,
) -> None:
    with writing(call) as tx:
        made = add_project(
            tx,
            find_stairwell(tx, place),
            kind,
            started_on=day_on(started, tx.clock),
            fields=changes(tx.clock, **words._asdict(), note=note),
        )
    done(
        call,
        _("{number}: {kind} at {place}.").format(
            number=made.label, kind=made.kind.label, place=made.place
        ),
        number=made.label,
        data=as_json(made),
    )
    if made.responsible is None:
        call.tell(
            _("Who acts for the owners? jinlin elevator edit {number} --responsible NAME").format(
                number=made.label
            ),
        )


def projects_(call: Call) -> None:
    with reading(call) as reader:
        found = projects(reader)
        today = reader.clock.today
    limit = rows_wanted(call)
    show(
        call,
        Listing.of(
            "projects",
            _("Elevator projects"),
            (
                Cell("number", _("Number"), "label"),
                Cell("place", _("Entrance")),
                Cell("kind", _("What is built"), labels=WorksKind.labels()),
                Cell("stage", _("Stage"), labels=Stage.labels()),
                Cell("stage_since", _("Stage since"), kind=Kind.DATE),
                Cell("days", _("Days so far"), lambda one: one.days_running(today), Kind.INTEGER),
                Cell("responsible", _("Acts for the owners")),
                Cell("ended_on", _("Given up on"), kind=Kind.DATE),
            ),
            found[: limit or None],
            total=len(found),
            empty=_(
                "No elevator project yet. Open one, 加装 or 更换: jinlin elevator add 3-1 --kind 加装"
            ),
        ),
    )


def edit(
    call: Call,
    number: shared.Number = None,
    *,
    words: ProjectWords,
    note: Note = None,
    kind: Annotated[
        WorksKind | None, KIND.option(help=N_("installation (加装) or replacement (更换)."))
    ] = None,
    started: Annotated[
        SaidDay | None, PAST_DAY.option(help=N_("Since when people talk about it."))
    ] = None,
) -> None:
    with writing(call) as tx:
        fields = changes(tx.clock, **words._asdict(), note=note, kind=kind, started_on=started)
        edited = edit_project(tx, project(tx, number), fields)
    done(
        call,
        _("{number} was corrected.").format(number=edited.label),
        number=edited.label,
        data=as_json(edited),
    )


def end(
    call: Call,
    number: shared.Number = None,
    *,
    reason: WhyGivenUp,
    on: On = None,
) -> None:
    with writing(call) as tx:
        ended = end_project(tx, project(tx, number), on=day_on(on, tx.clock), reason=reason)
        held = to_give_back(tx, ended)
    done(
        call,
        _("{number} was given up; it stays on record.").format(number=ended.label),
        number=ended.label,
        data={**as_json(ended), "held_fen": held.balance, "to_have_back_fen": held.credit},
    )
    if held.balance or held.credit:
        call.tell(held.text)


def as_json(one: Project) -> dict[str, Any]:
    """Return a project for `--json`."""
    return {
        "number": one.label,
        "building": one.building,
        "entrance": one.entrance,
        "kind": one.kind.value,
        "stage": one.stage.value,
        "stage_since": one.stage_since,
        "started_on": one.started_on,
        "responsible": one.responsible,
        "witness": one.witness,
        "contractor": one.contractor,
        "works_days": one.works_days,
        "running_rule": one.running_rule,
        "contact": one.contact,
        "round": one.round,
        "note": one.note,
        "ended_on": one.ended_on,
        "ended_reason": one.ended_reason,
    }
