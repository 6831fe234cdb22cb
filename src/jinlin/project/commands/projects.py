"""`jinlin project add`, `edit` and `remove`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple, TypeAlias

from jinlin.complex.kinds import BUILDING, ENTRANCE
from jinlin.complex.rules.address import parse_building
from jinlin.complex.rules.within import building_within
from jinlin.core.call import Call
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
from jinlin.output.delivery.show import done
from jinlin.project.commands import shared
from jinlin.project.kinds import WORKS_KIND
from jinlin.project.progress.actions import (
    DecidedBy,
    NewProject,
    add_project,
    edit_project,
    remove_project,
)
from jinlin.project.progress.pages import changed_words
from jinlin.project.progress.status import works_status
from jinlin.project.record.decision import needed_words
from jinlin.project.record.projects import find_project
from jinlin.project.rules.kinds import ProjectKind, project_kind_in, project_kinds
from jinlin.store.command.command import writing


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


def _kind(said: Mapping[str, Any]) -> ProjectKind | None:
    """Return the kind of works as it is said, or as the title tells it."""
    return said["kind"] or project_kind_in(said["title"] or "")


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
                (kind := _kind(said))
                and kind.scope == "building"
                and not (said["scope"] or said["matter_reason"])
                and not building_within(said["title"] or "")
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
        ProjectKind | None,
        WORKS_KIND.option(
            "--kind",
            help=N_("架空层, 车位, 充电棚, 食堂, 外墙, 绿化 or 其他; else as it is called."),
            asked=AskedFor(
                N_("Which kind of works"), choices=_kinds, where=lambda said: not _kind(said)
            ),
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
        SaidDay | None, PAST_DAY.option(help=N_("Since when; today if left out."))
    ] = None,
) -> None:  # fmt: skip
    told = kind or project_kind_in(title)
    assert told is not None, "it is asked for"
    named = building_within(title) if told.scope == "building" and building is None else None
    with writing(call) as tx:
        new = NewProject(
            title=title,
            kind=told,
            started_on=day_on(started, tx.clock),
            building=parse_building(named) if named else building,
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
        data=shared.as_json(made),
    )
    if kind is None:
        call.tell(_("The kind of works is read from the title: {kind}.").format(kind=told.name))
    if named is not None:
        call.tell(_("The building is read from the title: {building}.").format(building=named))
    call.tell(
        _("It takes {needed}.").format(needed=needed)
        if needed
        else _("No decision of the owners is needed: {reason}.").format(reason=made.matter_reason)
    )
    call.tell(_("Whenever something happens: jinlin project note TEXT --by NAME"))


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
        data=shared.as_json(edited),
    )


def remove(call: Call, number: shared.Number = None) -> None:
    with writing(call) as tx:
        found = find_project(tx, number)
        remove_project(tx, found)
    done(
        call,
        _("{number} {title} was taken out.").format(number=found.label, title=found.title),
        number=found.label,
        data={"number": found.label},
    )
