"""`jinlin elevator add`, `projects`, `edit`, `end`."""

# ruff: noqa: ARG001  (the fields reach `_given` through the context, all at once)

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import day_or_today, parse_day
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.elevator.commands import shared
from jinlin.elevator.progress.actions import add_project, edit_project, end_project
from jinlin.elevator.project.projects import Project, project, projects
from jinlin.elevator.project.stairwell import find_stairwell
from jinlin.elevator.rules.stages import Stage, WorksKind
from jinlin.elevator.settlement.refunds_due import to_give_back
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading, writing

# fmt: off
Responsible: TypeAlias = Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("Who acts for the owners and takes the money; never the branch."))]
Witness: TypeAlias = Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("Who witnesses the papers, such as the residents' committee."))]
Contractor: TypeAlias = Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("Who carries the works out."))]
WorksDays: TypeAlias = Annotated[int | None, typer.Option(metavar="N", min=1, max=3660, help=_("How many days the works take."))]
RunningRule: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("How the running costs are shared, in words."))]
Contact: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("Where to turn with questions: name, place, phone."))]
Note: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A remark."))]
KindWord: TypeAlias = Annotated[str | None, typer.Option("--kind", metavar=_("KIND"), help=_("installation (加装) or replacement (更换)."))]
# fmt: on

TEXTS = ("responsible", "witness", "contractor", "running_rule", "contact", "note")


def add(
    ctx: typer.Context,
    place: Annotated[
        str | None,
        typer.Argument(metavar=_("ENTRANCE"), help=_("Such as 3-1 or 3号楼1单元.")),
    ] = None,
    kind: KindWord = None,
    responsible: Responsible = None,
    witness: Witness = None,
    contractor: Contractor = None,
    works_days: WorksDays = None,
    running_rule: RunningRule = None,
    contact: Contact = None,
    started: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("Since when; today if left away."))
    ] = None,
    note: Note = None,
) -> None:
    call = called(ctx)
    where = shared.asked(call, _("ENTRANCE"), _("For which entrance"), place)
    what = WorksKind.read(
        shared.asked(call, "--kind", _("Installation or replacement (加装/更换)"), kind)
    )
    with writing(call) as tx:
        made = add_project(
            tx,
            find_stairwell(tx, where),
            what,
            started_on=day_or_today(started, tx.clock, past=True),
            fields=_given(ctx.params),
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
        Listing(
            key="projects",
            title=_("Elevator projects"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="place", heading=_("Entrance")),
                Column(key="kind", heading=_("What is built"), labels=WorksKind.labels()),
                Column(key="stage", heading=_("Stage"), labels=Stage.labels()),
                Column(key="stage_since", heading=_("Stage since"), kind=Kind.DATE),
                Column(key="days", heading=_("Days so far"), kind=Kind.INTEGER),
                Column(key="responsible", heading=_("Acts for the owners")),
                Column(key="ended_on", heading=_("Given up on"), kind=Kind.DATE),
            ),
            rows=[
                (
                    one.label, one.place, one.kind, one.stage, one.stage_since,
                    one.days_running(today), one.responsible, one.ended_on,
                )
                for one in found[: limit or None]
            ],
            total=len(found),
            empty=_("No elevator project yet. Open one, 加装 or 更换: jinlin elevator add 3-1 --kind 加装"),
        ),
    )  # fmt: skip


def edit(
    ctx: typer.Context,
    number: shared.Number = None,
    responsible: Responsible = None,
    witness: Witness = None,
    contractor: Contractor = None,
    works_days: WorksDays = None,
    running_rule: RunningRule = None,
    contact: Contact = None,
    note: Note = None,
    kind: KindWord = None,
    started: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("Since when people talk about it."))
    ] = None,
) -> None:
    call = called(ctx)
    fields = _given(ctx.params, emptied=True)
    if kind is not None:
        fields["kind"] = WorksKind.read(kind)
    if not (fields or started):
        raise UsageError(
            _("Nothing to change was given."),
            hint=_("For example: --responsible 业委会 --works-days 90"),
        )
    with writing(call) as tx:
        if started:
            fields["started_on"] = parse_day(started, tx.clock, past=True).isoformat()
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
    reason: shared.Reason = None,
    on: shared.On = None,
) -> None:
    why = shared.asked(call, "--reason", _("Why it is given up"), reason)
    with writing(call) as tx:
        ended = end_project(
            tx, project(tx, number), on=day_or_today(on, tx.clock, past=True), reason=why
        )
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


def _given(said: dict[str, Any], *, emptied: bool = False) -> dict[str, object]:
    """Return the columns that were given; with `emptied`, an empty text empties one."""
    found: dict[str, object] = {}
    for name in TEXTS:
        if said[name] is not None:
            text = shared.kept(said[name])
            if text is not None or emptied:
                found[name] = text
    if said["works_days"] is not None:
        found["works_days"] = said["works_days"]
    return found
