"""Questions about works in the complex."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.complex.building.filter_terms import building_term
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.core.naming import readings, the_one
from jinlin.core.reference import Reference
from jinlin.core.text import compact
from jinlin.output.listing.filter import (
    EVERYTHING,
    Condition,
    Filter,
    FilterTerm,
    each,
    having,
    one_of,
    plain,
)
from jinlin.project.rules.facts import ProjectFacts
from jinlin.project.rules.gates import PROJECT_COURSE, project_course
from jinlin.project.rules.kinds import ProjectKind, project_kinds
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.transaction.tx import Reader
from jinlin.works.gates import Course
from jinlin.works.undertaking import Works

PROJECTS: Final = Works("project", "project", PROJECT_COURSE, "show")
"""They go in stages."""
KIND: Final = "project"
"""What a reference to one is called: `("project", "G1")`."""
_MOST_DIGITS: Final = 9
_NAMED: Final = 10


class CommunityProject(NamedTuple):
    """Works in the complex; fen, days as ISO text.

    Attributes:
        kind_code: their kind, by its stored word.
        building: the building; None where they belong to none.
        entrance: the entrance of it; None for all of them.
        place: where, in words.
        due_on: by when the stage is to be over.
        responsible: who carries them out for the owners; never the branch.
        contact: where a resident turns with questions.
        budget: what they may cost.
        purse: out of which purse that is to be paid, by its stored word.
        matter: what the owners decide about them, by its code; None where they decide nothing.
        scope: whose owners decide.
        matter_reason: why they decide nothing.
        about_kind: what they come from, with `about_number`: the issue, the survey.
        ended_on: when they were given up; None while they go on, or are in use.
    """

    id: int
    number: int
    kind_code: str
    title: str
    building: str | None
    entrance: str | None
    place: str | None
    stage: ProjectStage
    stage_since: str
    due_on: str | None
    started_on: str
    responsible: str | None
    contact: str | None
    budget: int | None
    purse: str | None
    matter: str | None
    scope: str | None
    matter_reason: str | None
    about_kind: str | None
    about_number: str | None
    ended_on: str | None
    ended_reason: str | None

    @property
    def label(self) -> str:
        """The number people use: `G1`."""
        return f"G{self.number}"

    @property
    def about(self) -> Reference | None:
        """What they come from: the issue, the survey."""
        if self.about_kind is None or self.about_number is None:
            return None
        return Reference(self.about_kind, self.about_number)

    @property
    def kind(self) -> ProjectKind:
        """Their kind."""
        return project_kinds()[self.kind_code]

    @property
    def full_title(self) -> str:
        """The title, with the kind of works where it does not say that."""
        if self.kind.name in self.title:
            return self.title
        return _("{what} ({option})").format(what=self.title, option=self.kind.name)

    @property
    def course(self) -> Course[ProjectStage, ProjectFacts]:
        """The way they go."""
        return project_course(self.kind, self.stage, owners_decide=self.matter is not None)

    @property
    def goes_on(self) -> bool:
        """Whether anything is still to be done."""
        return self.ended_on is None and self.stage is not ProjectStage.USE


_PROJECTS: Final = """
    SELECT p.id, p.number, p.kind AS kind_code, p.title, b.code AS building, p.entrance,
           p.place, p.stage, p.stage_since, p.due_on, p.started_on, p.responsible, p.contact,
           p.budget, p.purse, p.matter, p.scope, p.matter_reason, p.about_kind, p.about_number,
           p.ended_on, p.ended_reason
    FROM project AS p LEFT JOIN building AS b ON b.id = p.building_id
    WHERE p.removed_at IS NULL"""
GOES_ON: Final = " AND p.ended_on IS NULL AND p.stage <> 'use'"
"""Of `project AS p` those of which something is still to be done."""
_LATEST_FIRST: Final = " ORDER BY p.ended_on IS NOT NULL OR p.stage = 'use', p.number DESC LIMIT ?"


ASKED: Final = Filter(
    (
        FilterTerm("undone", N_("Only those that go on."), where=plain(GOES_ON[len(" AND ") :])),
        building_term(one_of("p.building_id")),
        FilterTerm(
            "overdue", N_("Only those that go on past their day."),
            find=lambda reader, _word: reader.clock.today.isoformat(),
            where=each(f"p.due_on < ?{GOES_ON}"),
        ),
        FilterTerm(
            "text", N_("Words in title, place or who is responsible."), N_("TEXT"),
            where=having("p.title", "p.place", "p.responsible"),
        ),
    )
)  # fmt: skip
"""What works can be asked for."""


def projects(
    reader: Reader, where: Condition = EVERYTHING, *, going_on: bool = False, limit: int = 0
) -> list[CommunityProject]:
    """Return the works asked for, those that go on and the latest first; limit 0 means all."""
    rows = reader.rows(
        f"{_PROJECTS} AND {where.sql}{GOES_ON if going_on else ''}{_LATEST_FIRST}",
        (*where.values, limit or -1),
    )
    return [_project(dict(row)) for row in rows]


def find_project(reader: Reader, number: str | None) -> CommunityProject:
    """Return the works a number or title means; without one those that go on, or the only ones.

    Of several that a piece of a title may mean, those that go on are meant.

    Raises:
        NotFoundError: there are none of it, or several; or none or several go on and no number was
            given.
    """
    if number is None:
        return _the_one_going_on(reader)
    said = compact(number).removeprefix("g")
    row = None
    if said.isdecimal() and len(said) <= _MOST_DIGITS:
        row = reader.row(f"{_PROJECTS} AND p.number = ?", (int(said),))
    return _titled(reader, number) if row is None else _project(dict(row))


def _titled(reader: Reader, word: str) -> CommunityProject:
    every = projects(reader)
    known = _named(every[:_NAMED])
    meant = readings(word, every, _titles)

    def none() -> NotFoundError:
        return NotFoundError(
            _("There is no project “{word}”.").format(word=word),
            hint=_("Known: {known}.").format(known=known) if known else _to_open(),
        )

    return the_one(
        word,
        [one for one in meant if one.goes_on] or every,
        _titles,
        none=none,
        called=lambda one: one.label,
        shown=lambda one: _named([one]),
    )


def _titles(one: CommunityProject) -> tuple[str]:
    return (one.title,)


def project_of_id(reader: Reader, project_id: int) -> CommunityProject:
    """Return the works with this id."""
    [row] = reader.rows(f"{_PROJECTS} AND p.id = ?", (project_id,))
    return _project(dict(row))


def _the_one_going_on(reader: Reader) -> CommunityProject:
    every = projects(reader, limit=_NAMED)
    found = projects(reader, going_on=True, limit=_NAMED) or every[: len(every) == 1]
    if len(found) == 1:
        return found[0]
    if not found:
        known = _named(every)
        raise NotFoundError(
            _("No project is going on."),
            hint=_("Say which one, of {known}.").format(known=known) if known else _to_open(),
        )
    raise NotFoundError(
        _("Several projects are going on: {projects}.").format(projects=_named(found)),
        hint=_("Say which one, first of all: {number}.").format(number=found[0].label),
    )


def _to_open() -> str:
    return _("Open one: jinlin project add 2号楼架空层改造 --kind 架空层 --building 2")


def _named(found: list[CommunityProject]) -> str:
    return _(", ").join(
        _("{what} ({option})").format(what=one.label, option=one.title) for one in found
    )


def _project(row: dict[str, object]) -> CommunityProject:
    return CommunityProject(**{**row, "stage": ProjectStage(str(row["stage"]))})  # type: ignore[arg-type]
