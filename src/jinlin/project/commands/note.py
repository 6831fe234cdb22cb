"""`jinlin project note` and `unnote`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, TypeAlias

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.money import yuan
from jinlin.core.said import day_on
from jinlin.core.typed import quoted
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import FILE, NUMBER, TEXT, WHO, choice
from jinlin.output.delivery.show import done
from jinlin.project.commands import shared
from jinlin.project.record.money import money_of
from jinlin.project.record.notes import StageHand, find_note, hands, somebody_of_ours
from jinlin.project.record.noting import (
    NewNote,
    add_note,
    check_note,
    into_branch,
    latest_note,
    remove_note,
    rewrite_note,
    sounds_done,
)
from jinlin.project.record.projects import PROJECTS, CommunityProject, find_project
from jinlin.project.rules.stages import ProjectMilestone, ProjectStage
from jinlin.project.rules.who_was_there import who_was_there
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Reader
from jinlin.works.milestones import NewMilestone, record_milestone
from jinlin.works.words import On

_People: TypeAlias = Annotated[
    Sequence[str],
    WHO.several(called=N_("A,B")).option(
        "--by",
        help=N_("Who was there, members or others."),
        asked=AskedFor(N_("Who was there, of the branch and others"), optional=True, sought=True),
    ),
]

_What: TypeAlias = Annotated[
    str | None,
    TEXT.argument(
        help=N_("What happened; else what --done says."),
        asked=AskedFor(N_("What happened"), where=lambda said: not said["done_"]),
    ),
]


def note_(
    call: Call,
    number: shared.FirstProject = None,
    *,
    text: _What = None,
    by: _People = (),
    done_: Annotated[
        ProjectMilestone | None,
        choice(ProjectMilestone, called=N_("MILESTONE")).option(
            "--done",
            help=N_("What a stage asks for is done: 方案, 合同, 完工, 验收, 决算."),
            named=True,
        ),
    ] = None,
    file: Annotated[
        str | None,
        FILE.option("--file", help=N_("A picture or paper; its path and digest are kept.")),
    ] = None,
    on: On = None,
    replace: Annotated[
        int | None,
        NUMBER.option("--replace", help=N_("Put it in the place of what was noted as no. N.")),
    ] = None,
) -> None:
    proof = proof_if_named(call, file)
    text = text or (done_.label if done_ else "")
    if not by:
        text, by = _with_who_was_there(call, text)
    with writing(call) as tx:
        project = find_project(tx, number)
        old = find_note(tx, project, replace) if replace is not None else None
        kept = old is not None and on is None
        day = date.fromisoformat(old.noted_on) if old and kept else day_on(on, tx.clock)
        new = NewNote(text, day, tuple(by), proof)
        check_note(tx, new, old, done_)
        stage = rewrite_note(tx, project, old, new) if old else add_note(tx, project, new)
        if done_ is not None:
            milestone = NewMilestone(done_, day, detail=text, file=proof)
            record_milestone(tx, PROJECTS, project, milestone)
        there = [one for one in hands(tx, project) if one.stage is stage]
        watched = [one for one in there if one.ours]
        member = somebody_of_ours(tx)
        more = [*_what_else(tx, project, None if old else text, done_)]
    done(
        call,
        _noted(project, stage, watched, again=old is not None),
        number=project.label,
        data={
            "number": project.label, "stage": stage.value,
            "done": done_.value if done_ else None,
            "hands": [{"name": one.name, "times": one.times} for one in watched],
        },
    )  # fmt: skip
    for sentence in more:
        call.tell(sentence)
    if not watched and stage is project.stage:
        _tell_nobody_watched(call, project, there, member)


def _what_else(
    reader: Reader, project: CommunityProject, text: str | None, done_: ProjectMilestone | None
) -> Iterator[str]:
    """Yield what is left of a contract once the money is balanced, and what may be done besides.

    Args:
        reader: the database.
        project: the works.
        text: the new note; None where an old one was put right.
        done_: what it records as done.
    """
    money = money_of(reader, project) if done_ is ProjectMilestone.BALANCED else None
    if money and money.contract and money.left:
        yield _(
            "Contract {contract} yuan, paid as recorded {paid} yuan. The rest:"
            " jinlin branch fund spend … --about {number}"
        ).format(contract=yuan(money.contract), paid=yuan(money.paid), number=project.label)
    milestone = sounds_done(reader, project, text) if text and not done_ else None
    if milestone and text:
        yield _(
            "Is it done? Then: jinlin project note {number} {text} --done {what} --replace {note}"
        ).format(
            number=project.label, text=quoted(text), what=quoted(milestone.label),
            note=latest_note(reader, project),
        )  # fmt: skip


def unnote(
    call: Call,
    number: shared.FirstProject = None,
    *,
    note: Annotated[
        int, NUMBER.argument(help=N_("Its number: project show."), asked=AskedFor(N_("Which note")))
    ],
) -> None:
    with writing(call) as tx:
        project = find_project(tx, number)
        taken = find_note(tx, project, note)
        undone = [one.label for one in remove_note(tx, project, taken)]
    done(
        call,
        _("{number}: the note was taken out: {text}").format(number=project.label, text=taken.text),
        number=project.label,
        data={"number": project.label, "note": note},
    )
    if undone:
        call.tell(_("No longer recorded as done: {what}.").format(what=_(", ").join(undone)))


def _tell_nobody_watched(
    call: Call, project: CommunityProject, there: Sequence[StageHand], member: str
) -> None:
    """Say that no member of the branch took part yet, and who may be one and is not recorded so."""
    if outside := [one.name for one in there if one.known]:
        call.tell(
            _("Not recorded as members of this branch: {names}. Who is one: {line}").format(
                names=_(", ").join(outside), line=into_branch(outside[0])
            )
        )
    call.tell(
        _(
            "Nobody of the branch took part in this stage yet. Who was there:"
            ' jinlin project note {number} "on the spot" --by {member}'
        ).format(number=project.label, member=member)
    )


def _with_who_was_there(call: Call, text: str) -> tuple[str, Sequence[str]]:
    """Return a note and who its end says was there, after saying so."""
    rest, names = who_was_there(text)
    if names and not call.json:
        line = f"{as_typed('--by')} {quoted(_(', ').join(names))}"
        call.tell(_("Read as: {line}").format(line=line))
    return rest, names


def _noted(
    project: CommunityProject, stage: ProjectStage, watched: Sequence[StageHand], *, again: bool
) -> str:
    said = (
        _("{number} {title} ({stage}): rewritten.")
        if again
        else _("{number} {title} ({stage}): noted.")
    )
    text = said.format(number=project.label, title=project.title, stage=stage.label)
    if not watched:
        return text
    return text + _(" Of the branch in this stage: {names}.").format(
        names=_(", ").join(
            _("{name} (time {times})").format(name=one.name, times=one.times)
            if one.times
            else one.name
            for one in watched
        )
    )
