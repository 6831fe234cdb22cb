"""What a user notes of works: what happened, and who took part in the stage they are in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.complex.household.people import find_person, people_called, people_meant
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.text import listed
from jinlin.core.typed import quoted
from jinlin.project.record.notes import STAYS, ProjectNote
from jinlin.project.record.projects import PROJECTS, CommunityProject
from jinlin.project.rules.stages import ProjectMilestone, ProjectStage
from jinlin.store.check.proofs import Proof, file_columns
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.milestones import milestones
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
_ACCEPTING: Final = "业委会"
_MAY_ACCEPT: Final = (_ACCEPTING, "业主", "监理", "验收组", "街道", "社区", "物业", "公司", "支部")
"""Whom a note may name in its own words: 业委会验收合格."""
_SHORT: Final = 8
"""A note with so many characters at most says that something is done, and no more."""
_STAGE_ON: Final = """
    SELECT stage FROM project_stage WHERE project_id = ? AND entered_on <= ? AND skipped IS NULL
    ORDER BY id DESC LIMIT 1"""
_OURS: Final = f"SELECT 1 FROM member AS m WHERE m.person_id = ? AND {STAYS}"  # noqa: S608  (our own words)


_THERE: Final = "SELECT id FROM project_hand WHERE note_id = ? AND removed_at IS NULL"
_OF_NOTE: Final = """
    SELECT id, milestone FROM project_milestone WHERE project_id = ? AND done_on = ? AND detail = ?
      AND removed_at IS NULL"""
"""What was recorded as done together with a note."""


def check_note(
    reader: Reader, new: NewNote, old: ProjectNote | None, done: ProjectMilestone | None
) -> None:
    """Refuse a note that tells who was there and nothing else, and an acceptance by nobody.

    Args:
        reader: the database.
        new: the note.
        old: what it takes the place of.
        done: what is recorded as done with it.

    Raises:
        UsageError: it is such a note.
    """
    names = listed(new.text, also=" 和")
    if not new.by and names and all(people_called(reader, name) for name in names):
        raise UsageError(
            _("“{text}” says who was there, and not what happened.").format(text=new.text),
            hint=_('Say both: jinlin project note "on the spot" --by {names}').format(
                names=quoted(",".join(names))
            ),
        )
    told = new.by or (old and old.people) or any(one in new.text for one in _MAY_ACCEPT)
    if done is ProjectMilestone.ACCEPTED and not told:
        raise UsageError(
            _("Who accepted the works is not said."),
            hint=_("Name them: {option}").format(option=f"{as_typed('--by')} {_ACCEPTING}"),
        )


def sounds_done(reader: Reader, project: CommunityProject, text: str) -> ProjectMilestone | None:
    """Return what a short note says is done though that is not recorded: `完工了`."""
    if len(text) > _SHORT:
        return None
    had = milestones(reader, PROJECTS, project, ProjectMilestone)
    told = (one for one in ProjectMilestone if any(word in text for word in one.spoken))
    return next((one for one in told if one not in had), None)


def latest_note(reader: Reader, project: CommunityProject) -> int:
    """Return the number of what was noted last of works, among all that ever was."""
    counted = "SELECT count(*) FROM project_note WHERE project_id = ?"
    return int(reader.value(counted, (project.id,)))


def add_note(tx: Tx, project: CommunityProject, new: NewNote) -> ProjectStage:
    """Record what happened in the stage works were in on its day, and who was there.

    Returns:
        That stage.

    Raises:
        RuleError: the works were given up, or the day lies ahead or before they began.
    """
    PROJECTS.check_going_on(project)
    stage = _stage_on(tx, project, new.on)
    note = tx.insert(
        "project_note",
        project_id=project.id,
        stage=stage,
        noted_on=new.on.isoformat(),
        text=new.text,
        user=tx.user,
        **file_columns(new.file),
    )
    _insert_there(tx, project, stage, note, new)
    describe_works(
        tx, project, N_("Noted for {number}: {text}"), N_("take the note out of {number}: {text}"),
        text=new.text,
    )  # fmt: skip
    return stage


def rewrite_note(tx: Tx, project: CommunityProject, old: ProjectNote, new: NewNote) -> ProjectStage:
    """Put right what was noted; who was there and the file stay where nothing is said of them.

    Returns:
        The stage it belongs to.

    Raises:
        RuleError: the day lies ahead or before the works began.
    """
    stage, day = _stage_on(tx, project, new.on), new.on.isoformat()
    file = file_columns(new.file) if new.file else {}
    for row in tx.rows(_OF_NOTE, (project.id, old.noted_on, old.text)):
        tx.update("project_milestone", row["id"], done_on=day, detail=new.text, **file)
    tx.update("project_note", old.id, stage=stage, noted_on=day, text=new.text, **file)
    for row in tx.rows(_THERE, (old.id,)):
        changed = {"removed_at": tx.clock.stamp} if new.by else {"stage": stage}
        tx.update("project_hand", row["id"], **changed)
    _insert_there(tx, project, stage, old.id, new)
    describe_works(
        tx, project, N_("Rewrote what was noted for {number}: {text}"),
        N_("set the note of {number} back: {before}"), text=new.text, before=old.text,
    )  # fmt: skip
    return stage


def remove_note(tx: Tx, project: CommunityProject, note: ProjectNote) -> list[ProjectMilestone]:
    """Take out what was noted by mistake, with who was there, and what it says is done.

    Returns:
        What is not recorded as done any more.
    """
    gone = {"removed_at": tx.clock.stamp}
    done = []
    for row in tx.rows(_OF_NOTE, (project.id, note.noted_on, note.text)):
        tx.update("project_milestone", row["id"], **gone)
        done.append(ProjectMilestone(row["milestone"]))
    tx.update("project_note", note.id, **gone)
    for row in tx.rows(_THERE, (note.id,)):
        tx.update("project_hand", row["id"], **gone)
    describe_works(
        tx, project, N_("Took the note out of {number}: {text}"),
        N_("put the note back to {number}: {text}"), text=note.text,
    )  # fmt: skip
    return done


def _stage_on(tx: Tx, project: CommunityProject, on: date) -> ProjectStage:
    """Return the stage works were in on a day.

    Raises:
        RuleError: the day lies ahead or before they began.
    """
    PROJECTS.check_day(tx, project, on)
    return ProjectStage(tx.value(_STAGE_ON, (project.id, on.isoformat())))


def _insert_there(
    tx: Tx, project: CommunityProject, stage: ProjectStage, note: int, new: NewNote
) -> None:
    for person, name in dict.fromkeys(_who(tx, said) for said in new.by):
        ours = person is not None and _is_ours(tx, person, new.on.isoformat())
        _insert(tx, project, stage, note=note, person=person, name=name, ours=ours)


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
