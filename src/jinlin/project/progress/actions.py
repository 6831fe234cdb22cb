"""What a user can do with works: open, correct, remove them, give them up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.meeting.voting.owners_roll import constituency_of
from jinlin.member.own_branch import branch
from jinlin.member.rules.purses import Purse
from jinlin.project.progress.issue_life import tell_issue
from jinlin.project.record.projects import PROJECTS, CommunityProject, project_of_id
from jinlin.project.rules.kinds import ProjectKind
from jinlin.project.rules.owners_money import check_purse
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.known import known
from jinlin.store.references import held_by
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.hands import is_branch
from jinlin.works.stages import begin, check_start, end, move_start
from jinlin.works.undertaking import describe_works


class DecidedBy(NamedTuple):
    """What the owners decide about works: a code of `meeting/matters.toml`, or why nothing.

    Attributes:
        scope: whose owners decide, by its code.
    """

    matter: str | None = None
    scope: str | None = None
    matter_reason: str | None = None


class NewProject(NamedTuple):
    """Works as they are to be recorded.

    Attributes:
        building: the code of the building; None where they belong to none.
        entrance: the entrance of it.
        decided_by: what the owners decide, as far as it is said.
        about: what they come from.
        fields: further columns of `project`.
    """

    title: str
    kind: ProjectKind
    started_on: date
    building: str | None = None
    entrance: str | None = None
    decided_by: DecidedBy = DecidedBy()
    about: Reference | None = None
    fields: Mapping[str, object] = {}


def add_project(tx: Tx, new: NewProject) -> CommunityProject:
    """Open works under a new permanent number.

    Raises:
        RuleError: they begin in the future or go on already, the building has no open ground
            floor, or the branch would carry them out.
        UsageError: nobody can tell whether the owners decide, or of which building.
        NotFoundError: there is no such building or entrance, or nothing they would come from.
    """
    check_start(tx, new.started_on)
    decided_by = _decided_by(new)
    _check_responsible(tx, new.fields, decided_by)
    _check_scope(decided_by, new.building, new.entrance)
    _check_purse(new.fields.get("purse"), decided_by, works=new.title)
    building = _place(tx, new.kind, new.building, new.entrance)
    _check_new(tx, new.title)
    about = known(tx, new.about) if new.about else None
    project_id = tx.insert(
        "project",
        number=tx.next_number("project"),
        kind=new.kind.code,
        title=new.title,
        building_id=building,
        entrance=new.entrance,
        stage_since=new.started_on.isoformat(),
        started_on=new.started_on.isoformat(),
        about_kind=about.kind if about else None,
        about_number=about.number if about else None,
        **new.fields,
        **decided_by._asdict(),
    )
    begin(tx, PROJECTS, project_id, new.started_on)
    project = project_of_id(tx, project_id)
    tell_issue(tx, project, _("Project opened: {title}").format(title=project.title))
    _describe(tx, project, N_("Opened {number}: {title}"), N_("remove {number}: {title}"))
    return project


def edit_project(
    tx: Tx, project: CommunityProject, fields: Mapping[str, object], said: DecidedBy
) -> CommunityProject:
    """Correct what is kept of works; who is to decide, where something of it is said.

    Raises:
        RuleError: nothing would change, the branch would carry them out, or they would begin in the
            future or after something that happened in them; the building has no open ground floor,
            or owners' money would pay for what they do not decide.
        NotFoundError: there is no such building or entrance.
    """
    old, decided_by = project._asdict(), _corrected(project, said)
    fields = {**fields, **decided_by._asdict()}
    now = old | fields
    _check_responsible(tx, now, decided_by)
    _check_purse(now["purse"], decided_by, works=project.label)
    changed = {name: value for name, value in fields.items() if old[name] != value}
    _check_scope(decided_by, now["building"], now["entrance"])
    if changed.keys() & {"building", "entrance"}:
        changed["building_id"] = _place(tx, project.kind, now["building"], now["entrance"])
    if not changed:
        raise RuleError(
            _("{number} is recorded like that already.").format(number=project.label),
            hint=_("See: jinlin project show {number}").format(number=project.label),
        )
    if started := changed.pop("started_on", None):
        noted = tx.value(
            "SELECT min(noted_on) FROM project_note WHERE project_id = ? AND removed_at IS NULL",
            (project.id,),
        )
        move_start(tx, PROJECTS, project, date.fromisoformat(str(started)), booked=noted)
    changed.pop("building", None)
    if changed:
        tx.update("project", project.id, **changed)
    _describe(tx, project, N_("Corrected {number}: {title}"), N_("correct {number} back: {title}"))
    return project_of_id(tx, project.id)


def end_project(tx: Tx, project: CommunityProject, *, on: date, reason: str) -> CommunityProject:
    """Give works up; they stay on record.

    Raises:
        RuleError: they were given up before or are in use, or the day lies ahead or before their
            beginning.
    """
    if project.stage is ProjectStage.USE:
        raise RuleError(
            _("{number} is in use; nothing of it is left to give up.").format(number=project.label),
            hint=PROJECTS.see(project),
        )
    end(tx, PROJECTS, project, on=on, reason=reason)
    said = _("Project given up: {title}, {reason}")
    tell_issue(tx, project, said.format(title=project.title, reason=reason), ends=True)
    _describe(tx, project, N_("Gave up {number}: {title}"), N_("take {number} up again: {title}"))
    return project_of_id(tx, project.id)


def remove_project(tx: Tx, project: CommunityProject) -> None:
    """Take works out that were recorded by mistake.

    Raises:
        RuleError: something was recorded of them already, here or in another room.
    """
    held = held_by(tx, "project", project.label)
    if held:
        raise RuleError(
            _("{number} cannot be removed: the records still hold {what}.").format(
                number=project.label, what=_("; ").join(held)
            ),
            hint=_("If it is given up: jinlin project end {number} --reason TEXT").format(
                number=project.label
            ),
        )
    tell_issue(tx, project, _("Project taken out: {title}").format(title=project.title))
    tx.update("project", project.id, removed_at=tx.clock.stamp)
    _describe(tx, project, N_("Took out {number}: {title}"), N_("bring {number} back: {title}"))


def _decided_by(new: NewProject) -> DecidedBy:
    """Return what the owners decide about new works, and of whom; or why they decide nothing.

    Raises:
        UsageError: nobody can tell.
    """
    said, kind = new.decided_by, new.kind
    matter = said.matter or kind.matter
    if said.matter_reason:
        return DecidedBy(matter_reason=said.matter_reason)
    if matter:
        return DecidedBy(matter, said.scope or kind.scope or "complex")
    if kind.reason:
        return DecidedBy(matter_reason=kind.reason)
    raise UsageError(
        _("Do the owners decide about it? The kind does not say."),
        hint=_(
            "Say what they decide: --matter 改变共有部分用途, or why nothing: --matter-reason TEXT"
        ),
    )


def _corrected(project: CommunityProject, said: DecidedBy) -> DecidedBy:
    """Return what the owners decide about works after a correction of it.

    Raises:
        UsageError: whose owners decide is said of works about which they decide nothing.
    """
    if said.matter_reason:
        return DecidedBy(matter_reason=said.matter_reason)
    matter = said.matter or project.matter
    if matter is None:
        if said.scope:
            raise UsageError(
                _("The owners decide nothing about {number}.").format(number=project.label),
                hint=_("Say what they decide: --matter 改变共有部分用途"),
            )
        return DecidedBy(matter_reason=project.matter_reason)
    return DecidedBy(matter, said.scope or project.scope or project.kind.scope or "complex")


def _check_new(tx: Tx, title: str) -> None:
    number = tx.value(
        "SELECT number FROM project WHERE title = ? AND ended_on IS NULL AND stage <> 'use'"
        " AND removed_at IS NULL",
        (title,),
    )
    if number is not None:
        raise RuleError(
            _("{number} has that title and is going on already.").format(number=f"G{number}"),
            hint=_("See: jinlin project show {number}").format(number=f"G{number}"),
        )


def _place(
    reader: Reader, kind: ProjectKind, building: str | None, entrance: str | None
) -> int | None:
    """Return the building works stand in; None where they belong to none.

    Raises:
        NotFoundError: there is no such building or entrance.
        RuleError: such works need an open ground floor, and it has none.
    """
    found = constituency_of(reader, building, entrance).building_id
    has_floor = "SELECT 1 FROM building WHERE id = ? AND stilt_floor"
    if kind.stilt and found is not None and reader.value(has_floor, (found,)) is None:
        raise RuleError(
            _("Building {building} has no open ground floor on record.").format(building=building),
            hint=_("If it has one: jinlin building edit {building} --stilt-floor").format(
                building=building
            ),
        )
    return found


def _check_purse(purse: object, decided_by: DecidedBy, *, works: str) -> None:
    check_purse(
        Purse(str(purse)) if purse else None,
        decided_by.matter,
        works=works,
        hint=_("Say what they decide: --matter 改变共有部分用途"),
    )


def _check_scope(decided_by: DecidedBy, building: str | None, entrance: str | None) -> None:
    """Refuse works of which the owners of a place decide, and it is not said which.

    Raises:
        UsageError: the building or the entrance is missing.
    """
    place = {"building": building, "entrance": entrance}
    if place.get(decided_by.scope or "", "") is None:
        raise UsageError(
            _("Its owners decide, and which building or entrance it is, is not said."),
            hint=_("Name it: --building 2 --entrance 1; or all of the complex: --scope 全小区"),
        )


def _check_responsible(reader: Reader, fields: Mapping[str, object], decided_by: DecidedBy) -> None:
    """Keep the branch from acting for the owners: it takes no money and signs no contract.

    What the owners decide nothing about, such as planting together, the branch may carry out.
    """
    if decided_by.matter is None:
        return
    known_as = branch(reader)
    if is_branch(str(fields.get("responsible") or ""), (known_as.name, known_as.short_name or "")):
        raise RuleError(
            _("The branch carries out nothing in the owners' place, and takes no money."),
            hint=_("Name who does, such as the owners' committee: --responsible 业委会"),
        )


def _describe(tx: Tx, project: CommunityProject, did: str, reverse: str) -> None:
    describe_works(tx, project, did, reverse, title=project.title)
