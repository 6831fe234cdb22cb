"""What a user notes of works: what happened, and who took part in the stage they are in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.complex.household.people import find_person, people_called, people_meant
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import quoted
from jinlin.project.record.notes import STAYS
from jinlin.project.record.projects import PROJECTS, CommunityProject
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.check.proofs import Proof, file_columns
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.undertaking import describe_works


class NewNote(NamedTuple):
    """What happened, as it is to be recorded.

    Attributes:
        by: who was there, members of the branch or others.
        file: the picture or paper.
    """

    text: str
    on: date
    by: Sequence[str] = ()
    file: Proof | None = None


_HERE: Final = "本支部"
_STAGE_ON: Final = """
    SELECT stage FROM project_stage WHERE project_id = ? AND entered_on <= ? AND skipped IS NULL
    ORDER BY id DESC LIMIT 1"""
_OURS: Final = f"SELECT 1 FROM member AS m WHERE m.person_id = ? AND {STAYS}"  # noqa: S608  (our own words)


def add_note(tx: Tx, project: CommunityProject, new: NewNote) -> ProjectStage:
    """Record what happened in the stage works were in on its day, and who was there.

    Returns:
        That stage.

    Raises:
        RuleError: the works were given up, or the day lies ahead or before they began.
    """
    PROJECTS.check_going_on(project)
    PROJECTS.check_day(tx, project, new.on)
    day = new.on.isoformat()
    stage = ProjectStage(tx.value(_STAGE_ON, (project.id, day)))
    note = tx.insert(
        "project_note",
        project_id=project.id,
        stage=stage,
        noted_on=day,
        text=new.text,
        user=tx.user,
        **file_columns(new.file),
    )
    for person, name in dict.fromkeys(_who(tx, said) for said in new.by):
        ours = person is not None and _is_ours(tx, person, day)
        _insert(tx, project, stage, note=note, person=person, name=name, ours=ours)
    describe_works(
        tx, project, N_("Noted for {number}: {text}"), N_("take the note out of {number}: {text}"),
        text=new.text,
    )  # fmt: skip
    return stage


def accompany(tx: Tx, project: CommunityProject, stage: ProjectStage, who: Iterable[str]) -> None:
    """Put members of the branch to a stage.

    Raises:
        NotFoundError: several are meant.
        RuleError: somebody is no member.
    """
    for person in dict.fromkeys(_member(tx, said) for said in who):
        _insert(tx, project, stage, note=None, person=person, name=None, ours=True)


def _member(tx: Tx, said: str) -> int:
    person = find_person(tx, said) if people_meant(tx, said) else None
    if person is None or not _is_ours(tx, person.id, tx.clock.today.isoformat()):
        raise RuleError(
            _("{name} is no member of this branch.").format(name=person.name if person else said),
            hint=_(
                "If she is one: {line}; somebody else: jinlin project note TEXT --by NAME"
            ).format(line=into_branch(person.name))
            if person
            else _("Somebody else who was there: jinlin project note TEXT --by NAME"),
        )
    return person.id


def into_branch(name: str) -> str:
    """Return the line that makes somebody on the register a member of this branch."""
    return as_spoken(f"jinlin member edit {quoted(name)} {as_typed('--affiliation')} {_HERE}")


def _who(tx: Tx, said: str) -> tuple[int | None, str | None]:
    """Return who is meant: somebody of the register, or a name nobody is known by."""
    return (find_person(tx, said).id, None) if people_called(tx, said) else (None, said)


def _insert(
    tx: Tx,
    project: CommunityProject,
    stage: ProjectStage,
    *,
    note: int | None,
    person: int | None,
    name: str | None,
    ours: bool,
) -> None:
    tx.insert(
        "project_hand",
        project_id=project.id,
        stage=stage,
        note_id=note,
        person_id=person,
        name=name,
        ours=int(ours),
    )


def _is_ours(reader: Reader, person: int, day: str) -> bool:
    return reader.value(_OURS, (person, day)) is not None
