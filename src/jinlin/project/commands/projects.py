"""`jinlin project add`, `list`, `show`, `edit`, `end`."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, TypeAlias

from jinlin.complex.kinds import BUILDING, ENTRANCE
from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.core.said import NO_DAY, SaidDay, changes, day_on
from jinlin.meeting.commands.kinds import OWNERS_MATTER, OWNERS_SCOPE
from jinlin.meeting.rules.owners_matters import OwnersMatter, OwnersScope
from jinlin.member.commands.branch.fund.shared import PURSE
from jinlin.member.rules.purses import Purse
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import NAME, PAST_DAY, PLANNED_DAY, PRICE, RECORD, TEXT
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.project.commands import shared
from jinlin.project.kinds import WORKS_KIND
from jinlin.project.progress.actions import (
    DecidedBy,
    NewProject,
    add_project,
    edit_project,
    end_project,
)
from jinlin.project.progress.pages import changed_words, works_record
from jinlin.project.progress.status import works_status
from jinlin.project.record.decision import needed_words
from jinlin.project.record.projects import CommunityProject, find_project, projects
from jinlin.project.rules.kinds import ProjectKind, project_kinds
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.command.command import reading, writing
from jinlin.works.words import On, WhyGivenUp


class DecidedWords(NamedTuple):
    """What the owners decide about works, as it is said."""

    matter: Annotated[
        OwnersMatter | None,
        OWNERS_MATTER.option("--matter", help=N_("What the owners decide; else as its kind.")),
    ] = None
    scope: Annotated[
        OwnersScope | None,
        OWNERS_SCOPE.option("--scope", help=N_("Whose owners decide: 本单元, 本幢 or 全小区.")),
    ] = None
    matter_reason: Annotated[
        str | None, TEXT.option("--matter-reason", help=N_("Why the owners decide nothing."))
    ] = None

    def kept(self) -> DecidedBy:
        """Return it as works keep it.

        Raises:
            UsageError: they decide something, and nothing.
        """
        if self.matter_reason and (self.matter or self.scope):
            raise UsageError(
                _("The owners decide something about it, or nothing: both are said."),
                hint=_("Leave one away: --matter or --matter-reason."),
            )
        return DecidedBy(
            self.matter.code if self.matter else None,
            self.scope.code if self.scope else None,
            self.matter_reason,
        )


class WorksWords(NamedTuple):
    """What is kept of works, as it is said; what is empty clears it in an edit."""

    place: Annotated[str | None, TEXT.option(help=N_("Where."), cleared="")] = None
    budget: Annotated[
        int | None, PRICE.option(help=N_("What it may cost, like 8.6万."), cleared="")
    ] = None
    purse: Annotated[
        Purse | None,
        PURSE.option("--purse", help=N_("Out of which purse, such as 公共收益."), cleared=""),
    ] = None
    responsible: Annotated[
        str | None,
        NAME.option(help=N_("Who carries it out for the owners; never the branch."), cleared=""),
    ] = None
    contact: Annotated[
        str | None,
        TEXT.option(help=N_("Where to turn with questions: name, place, phone."), cleared=""),
    ] = None


def _kinds(_call: Call) -> list[str]:
    """Return the names of the kinds of works, to choose from."""
    return [kind.name for kind in project_kinds().values()]


_Building: TypeAlias = Annotated[
    str | None,
    BUILDING.option(
        "--building",
        help=N_("The building; none for the complex."),
        asked=AskedFor(
            N_("Of which building, such as 2"),
            where=lambda said: (
                said["kind"]
                and said["kind"].scope == "building"
                and not (said["scope"] or said["matter_reason"])
            ),
        ),
    ),
]


def add(
    call: Call,
    title: Annotated[
        str, TEXT.argument(help=N_("What is to be done."), asked=AskedFor(N_("What is to be done")))
    ],
    kind: Annotated[
        ProjectKind,
        WORKS_KIND.option(
            "--kind", help=N_("架空层, 车位, 充电棚, 食堂, 外墙, 绿化 or 其他."),
            asked=AskedFor(N_("Which kind of works"), choices=_kinds),
        ),
    ],
    words: WorksWords,
    decided: DecidedWords,
    building: _Building = None,
    entrance: Annotated[
        str | None, ENTRANCE.option("--entrance", help=N_("The entrance; none for the building."))
    ] = None,
    about: Annotated[
        Reference | None, RECORD.option("--about", help=N_("What it comes from: 2026-44."))
    ] = None,
    started: Annotated[
        SaidDay | None, PAST_DAY.option(help=N_("Since when; today if left away."))
    ] = None,
) -> None:  # fmt: skip
    with writing(call) as tx:
        new = NewProject(
            title=title,
            kind=kind,
            started_on=day_on(started, tx.clock),
            building=building,
            entrance=entrance,
            decided_by=decided.kept(),
            about=about,
            fields=changes(tx.clock, **words._asdict()),
        )
        made = add_project(tx, new)
        needed = needed_words(made)
    done(
        call,
        _("{number} is opened: {title}.").format(number=made.label, title=made.full_title),
        number=made.label,
        data=as_json(made),
    )
    call.tell(
        _("It takes {needed}.").format(needed=needed)
        if needed
        else _("No decision of the owners is needed: {reason}.").format(reason=made.matter_reason)
    )
    call.tell(_("Whenever something happens: jinlin project note TEXT --by NAME"))


def list_(call: Call) -> None:
    with reading(call) as reader:
        found = projects(reader)
    limit = rows_wanted(call)
    kinds = {one.code: one.name for one in project_kinds().values()}
    show(
        call,
        Listing.of(
            "projects",
            _("Projects"),
            (
                Cell("number", _("Number"), "label"),
                Cell("title", _("Title"), personal=Personal.TEXT),
                Cell("kind", _("Kind of works"), "kind_code", labels=kinds),
                Cell("building", _("Building")),
                Cell("stage", _("Stage"), labels=ProjectStage.labels()),
                Cell("stage_since", _("Stage since"), kind=Kind.DATE),
                Cell("due_on", _("To be over by"), kind=Kind.DATE),
                Cell("budget_fen", _("Budget (yuan)"), "budget", Kind.MONEY),
                Cell("responsible", _("Carried out by")),
                Cell("ended_on", _("Given up on"), kind=Kind.DATE),
            ),
            found[: limit or None],
            total=len(found),
            empty=_(
                "No project yet. Open one:"
                " jinlin project add 2号楼架空层改造 --kind 架空层 --building 2"
            ),
        ),
    )


def show_(call: Call, number: shared.Number = None) -> None:
    with reading(call) as reader:
        status = works_status(reader, find_project(reader, number))
    show(call, works_record(status))


def edit(
    call: Call,
    number: shared.Number = None,
    *,
    title: Annotated[str | None, TEXT.option("--title", help=N_("What is to be done."))] = None,
    words: WorksWords,
    decided: DecidedWords,
    building: Annotated[
        str | None, BUILDING.option(help=N_("The building; none for the complex."), cleared="")
    ] = None,
    entrance: Annotated[
        str | None, ENTRANCE.option(help=N_("The entrance; none for the building."), cleared="")
    ] = None,
    due: Annotated[
        SaidDay | None,
        PLANNED_DAY.option("--due", help=N_("By when the stage is to be over."), cleared=NO_DAY),
    ] = None,
    started: Annotated[
        SaidDay | None, PAST_DAY.option(help=N_("Since when people talk about it."))
    ] = None,
) -> None:
    with writing(call) as tx:
        fields = changes(
            tx.clock, title=title, **words._asdict(), building=building, entrance=entrance,
            due_on=due, started_on=started,
        )  # fmt: skip
        project = find_project(tx, number)
        before = works_status(tx, project)
        edited = edit_project(tx, project, fields, decided.kept())
        changed = changed_words(before, works_status(tx, edited))
    done(
        call,
        _("{number} was corrected: {what}.").format(number=edited.label, what=changed),
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
        ended = end_project(tx, find_project(tx, number), on=day_on(on, tx.clock), reason=reason)
    done(
        call,
        _("{number} was given up; it stays on record.").format(number=ended.label),
        number=ended.label,
        data=as_json(ended),
    )


def as_json(one: CommunityProject) -> dict[str, Any]:
    """Return works for `--json`."""
    return {
        "number": one.label,
        "kind": one.kind_code,
        "title": one.title,
        "building": one.building,
        "entrance": one.entrance,
        "place": one.place,
        "stage": one.stage.value,
        "stage_since": one.stage_since,
        "due_on": one.due_on,
        "started_on": one.started_on,
        "responsible": one.responsible,
        "contact": one.contact,
        "budget_fen": one.budget,
        "purse": one.purse,
        "matter": one.matter,
        "scope": one.scope,
        "matter_reason": one.matter_reason,
        "about": one.about_number,
        "ended_on": one.ended_on,
        "ended_reason": one.ended_reason,
    }
