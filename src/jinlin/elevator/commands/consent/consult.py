"""`jinlin elevator consult`: one door, the whole stairwell, one door's history, a filled sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.signatures import VisitWords
from jinlin.elevator.consent.doors import PaperDoor, paper_door, paper_doors, project_of_door
from jinlin.elevator.consent.paper_actions import write_opinions
from jinlin.elevator.consent.papers import NewOpinion, check_opinion
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.answers import Opinion, Way
from jinlin.output.command.family import family
from jinlin.output.command.grammar import ListingCommand, PersonalListingCommand, TemplateCommand
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import COUNT, FILE, TEXT, choice
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done, show
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing

_verb = partial(verb_in, __name__)

app = family(
    N_("The consultation: what each door says."),
    usual="record",
    takes_words=True,
    later=(
        _verb("record", "record_", N_("What one door says: 3-1-502 同意. The usual one.")),
        _verb(
            "list",
            "list_",
            N_("Door by door: round, answer, next visit; no names."),
            PersonalListingCommand,
        ),
        _verb("show", "show_", N_("One door, round by round, with every change."), ListingCommand),
        _verb(
            "template",
            "template",
            N_("A form with every door, to be filled in and imported."),
            TemplateCommand,
        ),
        _verb("import", "import_", N_("Import a sheet with the answers filled in.")),
    ),
    words={"记录": "record", "录入": "record"},
)

ANSWER: Final = choice(Opinion, called=N_("ANSWER"))
TWO = 2


def record_(
    call: Call,
    home: shared.Home,
    answer: Annotated[
        Opinion,
        ANSWER.argument(
            help=N_("同意, 不同意, 附条件, 弃权, 未表态, 未联系上, 撤回."),
            asked=AskedFor(N_("What the home says")),
        ),
    ],
    visit: VisitWords,
    reason: Annotated[str | None, TEXT.option(help=N_("Why."), free=True)] = None,
    handling: Annotated[str | None, TEXT.option(help=N_("What is done about the reason."))] = None,
    way: Annotated[
        Way | None, choice(Way, called=N_("WAY")).option(help=N_("当面, 邮寄, 留置 or 微信."))
    ] = None,
    round_: Annotated[
        int | None, COUNT.option("--round", help=N_("Which round; the one that is on."))
    ] = None,
    file: shared.File = None,
    number: shared.Project = None,
) -> None:
    proof = proof_if_named(call, file)
    with writing(call) as tx:
        found, place = project_of_door(tx, number, home)
        door = paper_door(tx, found, place)
        new = NewOpinion(
            answer=answer,
            visit=visit.visit(tx),
            reason=reason,
            handling=handling,
            way=way or Way.IN_PERSON,
            file=proof,
            round=round_,
        )
        check_opinion(tx, found, door, new)
        write_opinions(tx, found, [(door, new)])
    _told(call, found, door, new)
    if len(new.visit.visitors) < TWO and way is None:
        call.tell(_("At a door it is better to be two; name both: --by 李华,王芳"))


def _told(call: Call, found: Project, door: PaperDoor, new: NewOpinion) -> None:
    planned = new.visit.next_on.isoformat() if new.visit.next_on else None
    round_ = new.round or found.round
    text = _("{home}: {answer} (round {round} of {project}).").format(
        home=door.label,
        answer=new.answer.label,
        round=round_,
        project=found.label,
    )
    done(
        call,
        text + (_(" Next: {day}.").format(day=planned) if planned else ""),
        number=door.label,
        data={
            "project": found.label, "household": door.label, "answer": new.answer.value,
            "round": round_, "amount_fen": door.amount,
            "answered_on": new.visit.on.isoformat(), "visitors": list(new.visit.visitors),
            "next_on": planned, "file": new.file.path if new.file else None,
        },
    )  # fmt: skip


def list_(
    call: Call,
    number: shared.Project = None,
    answer: Annotated[
        Sequence[Opinion] | None,
        ANSWER.several().option(help=N_("Only doors that say so; several: a,b.")),
    ] = None,
) -> None:
    from jinlin.elevator.consent.listings import consultation_listing

    with reading(call) as reader:
        found = project(reader, number)
        doors = [door for door in paper_doors(reader, found) if door.party]
    chosen = [door for door in doors if not answer or door.opinion in answer]
    show(call, consultation_listing(call, found, chosen))


def show_(call: Call, home: shared.Home, number: shared.Project = None) -> None:
    from jinlin.elevator.consent.listings import door_record

    with reading(call) as reader:
        found, place = project_of_door(reader, number, home)
        record = door_record(reader, found, paper_door(reader, found, place))
    show(call, record)


def template(call: Call, number: shared.Number = None, again: shared.Again = False) -> None:
    from jinlin.elevator.commands.consent.sheets import write_paper
    from jinlin.elevator.progress.door_sheets import SheetPaper

    write_paper(call, number, SheetPaper.CONSULTATION, again=again)


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=N_("The filled sheet: xlsx, csv."))],
    number: shared.Project = None,
    *,
    words: ImportWords,
) -> None:
    from jinlin.elevator.commands.consent.sheets import import_paper
    from jinlin.elevator.consent.importing import OPINION_FIELDS, import_opinions
    from jinlin.output.importing.take import Terms

    import_paper(call, file, number, OPINION_FIELDS, import_opinions, Terms("elevator", *words))
