"""`jinlin init`."""

from __future__ import annotations

import os
from typing import Annotated, Any, Final, NamedTuple

from jinlin.cli.rescue import way_back
from jinlin.cli.start.new_complex import NewComplex, new_complex
from jinlin.complex.building.actions import found_complex
from jinlin.core.call import Call
from jinlin.core.clock import DEFAULT_ZONE, Clock, clock_of
from jinlin.core.config import database_path
from jinlin.core.i18n import N_, Message, _
from jinlin.core.said import Said, SaidDay
from jinlin.issue.record.categories import seed_categories
from jinlin.member.branch.profile import NewBranch, found_branch
from jinlin.member.kinds import TERM
from jinlin.member.management.kinds import MODEL, ManagementModel
from jinlin.member.management.managers import MANAGERS
from jinlin.member.rules.branch import BranchType
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import DAY, NAME, choice
from jinlin.output.delivery.show import done
from jinlin.store.check.checks import State
from jinlin.store.check.surroundings import folder_finding
from jinlin.store.command.creation import creating, refuse_what_is_there

TYPE: Final = choice(BranchType, called=N_("TYPE"))


class PlaceWords(NamedTuple):
    """What is said of where a new complex is."""

    name: Annotated[
        str | None, NAME.option(help=N_("The complex, such as 梅苑小区."), free=True)
    ] = None
    street: Annotated[str | None, NAME.option(help=N_("The street, such as 金山街道."))] = None
    community: Annotated[str | None, NAME.option(help=N_("The community."))] = None
    secretary: Annotated[str | None, NAME.option(help=N_("The secretary's name."))] = None


class BranchWords(NamedTuple):
    """What is said of the branch of a new complex."""

    branch: Annotated[str | None, NAME.option(help=N_("The branch's full name."))] = None
    short_name: Annotated[str | None, NAME.option(help=N_("What people call the branch."))] = None
    type_: Annotated[
        BranchType | None,
        TYPE.option("--type", help=N_("regular, joint or overlay branch.")),
    ] = None
    superior: Annotated[str | None, NAME.option(help=N_("The Party organisation above it."))] = None
    term: Annotated[int | None, TERM.option(help=N_("Its term: 3 or 5 years."))] = None
    term_from: Annotated[SaidDay | None, DAY.option(help=N_("The day it was elected."))] = None


def init(
    call: Call,
    place: PlaceWords,
    branch: BranchWords,
    model: Annotated[
        ManagementModel | None, MODEL.option(help=N_("How the complex is managed."))
    ] = None,
    questions: Annotated[
        bool, flag("--questions", help=N_("Print what only the street office can answer."))
    ] = False,
) -> None:
    if questions:
        from jinlin.cli.start.street_questions import show_questions

        show_questions(call)
        return
    refuse_what_is_there(call)
    _mind_backups(call)
    found = new_complex(call, place.name, place.street, place.community, place.secretary)
    asking = place.name is None
    new = _branch(call, found, branch, asking=asking)
    _found(call, found, new, model or _model(call, asking=asking))
    _tell(call, found.name)


def _found(call: Call, place: NewComplex, new: NewBranch, model: ManagementModel | None) -> None:
    with creating(call) as tx:
        found_complex(
            tx,
            name=place.name,
            street=place.street or None,
            community=place.community or None,
        )
        found_branch(tx, new, secretary=place.secretary or None)
        seed_categories(tx)
        if model:
            MANAGERS.add(tx, {"model": model})
        tx.describe(
            Message(N_("Created the database of {name}"), {"name": place.name}),
            reverse=Message(""),
        )


def _tell(call: Call, name: str) -> None:
    """Say where the database is, whether that is a safe place, and what comes next."""
    path = database_path(call).absolute()
    done(
        call,
        _("The database of {name} is at {path}").format(name=name, path=path),
        number=str(path),
        data={"path": str(path), "name": name},
    )
    around = folder_finding(path)
    if around.state is State.WARNING:
        call.tell(_("Mind the folder: {what}").format(what=around.said))
    if call.dry_run:
        return
    call.tell(_("Next: jinlin building add 3 --floors 7, or jinlin household import FILE"))
    call.tell(_("To ask the street office: jinlin init --questions"))


def _mind_backups(call: Call) -> None:
    """Ask before an empty database takes the place of one that is lost and has backups.

    Raises:
        UsageError: nobody can be asked.
        KeyboardInterrupt: she would rather have the backup.
    """
    path = database_path(call)
    if not os.path.lexists(path) and (advice := way_back(path, call.environment)):
        call.environment.tell(advice)
        confirm(call, _("There are backups of an earlier database; a new, empty one is created."))


def _branch(call: Call, place: NewComplex, said: BranchWords, *, asking: bool) -> NewBranch:
    """Return the branch: what was given, what was answered, else what is usual."""
    clock = clock_of(call.environment.now(), DEFAULT_ZONE, call.environment.said_days)
    superior = f"{place.community}党委" if place.community else ""
    wanted: tuple[tuple[WordKind[Any], Question], ...] = (
        (NAME, Question("--branch", _("The branch's full name"), None,
                        default=f"中共{place.street}{place.community}{place.name}支部委员会")),
        (NAME, Question("--short-name", _("Its short name"), None,
                        default=f"{place.name}党支部")),
        (TYPE, Question("--type", _("Its type"), None, list(BranchType.labels().values()),
                        default=BranchType.REGULAR.label,
                        about=_("regular: whole members of its own; joint: of several places "
                                "together; overlay: they belong elsewhere and take part here."))),
        (NAME, Question("--superior", _("Its superior"), None, default=superior,
                        about=_("The Party organisation that approved it, in full."))),
        (TERM, Question("--term", _("Its term in years, 3 or 5"), None,
                        about=_("Villages and communities elect for 5 years, others mostly for 3; "
                                "it stands in the reply that approved the election."))),
        (DAY, Question("--term-from", _("Elected on"), None,
                        about=_("The next election is reckoned from it; it can be given later."))),
    )  # fmt: skip
    found: list[Any] = [
        _answer(call, kind, question, clock, asking=asking) if given is None else given
        for given, (kind, question) in zip(said, wanted, strict=True)
    ]
    name, short_name, type_, above, years, begun = found
    return NewBranch(
        name=name,
        short_name=short_name,
        type=type_,
        superior=above,
        term_years=years,
        term_from=begun.on(clock).isoformat() if begun else None,
    )


def _model(call: Call, *, asking: bool) -> ManagementModel | None:
    """Return how the complex is managed, if somebody is asked and says so."""
    question = Question(
        "--model",
        _("How the complex is managed"),
        None,
        list(ManagementModel.labels().values()),
        about=_("Who serves it, and on what contract, can be told later: jinlin branch manager"),
    )
    clock = clock_of(call.environment.now(), DEFAULT_ZONE, call.environment.said_days)
    answered: ManagementModel | None = _answer(call, MODEL, question, clock, asking=asking)
    return answered


def _answer(
    call: Call, kind: WordKind[Any], question: Question, clock: Clock, *, asking: bool
) -> Any:
    """Return what was answered, or is usual; None where that is nothing."""

    def read(answer: str) -> Any:
        value = kind.take(answer, question.option)
        if isinstance(value, Said):
            value.on(clock)
        return value

    asked = question._replace(optional=True, check=read)
    [answer] = answers(call, [asked], asking=asking)
    return read(answer) if answer else None
