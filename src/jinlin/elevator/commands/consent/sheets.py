"""What the forms of the three papers share: how each is written, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from jinlin.complex.building.queries import complex_name
from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.elevator.consent.doors import PaperDoor, paper_doors
from jinlin.elevator.progress.door_sheets import Occasion, SheetPaper, occasion
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.answers import BallotQuestion, Choice, Opinion
from jinlin.exchange.table.rows import Row
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.take import Terms, import_file
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader, Tx

_VISIT: Final = {
    "visitors": N_("optional: who was at the door, several with 、 between"),
    "next_on": N_("optional: a day, such as 2026-11-05"),
}
_SIGNED: Final = {
    "signer": N_("optional: who signed, where it was not all owners"),
    "authority": N_("optional: the written authority, where somebody signed for the owners"),
}
_ASKED: Final[Mapping[SheetPaper, Mapping[str, str]]] = {
    SheetPaper.CONSULTATION: {
        "answer": N_("required: choose from the list; empty is no answer"),
        "reason": N_("optional: why; needed where the answer is no, or on a condition"),
        "handling": N_("optional: what is done about the reason"),
        "visited_on": N_("optional: a day, such as 2026-11-05"),
        **_VISIT,
    },
    SheetPaper.BALLOT: {
        "answer": N_("required: choose from the list; empty is no answer"),
        "fund_answer": N_("required: choose from the list; empty is no answer"),
        "signed_on": N_("optional: a day, such as 2026-11-05"),
        **_SIGNED,
        **_VISIT,
    },
    SheetPaper.AGREEMENT: {
        "signed_on": N_("required: the day it was signed; empty is not signed"),
        **_SIGNED,
        **_VISIT,
    },
}
_BACK: Final = {
    SheetPaper.CONSULTATION: "consult",
    SheetPaper.BALLOT: "ballot",
    SheetPaper.AGREEMENT: "agreement",
}
_TITLES: Final = {
    SheetPaper.CONSULTATION: N_("Form for the consultation"),
    SheetPaper.BALLOT: N_("Form for the ballot"),
    SheetPaper.AGREEMENT: N_("Form for the payment agreements"),
}


def write_paper(call: Call, number: str | None, paper: SheetPaper, *, again: bool) -> None:
    """Write the form of one of the papers: a row a door, without names.

    Raises:
        NotFoundError: there is no such project, or no ballot.
        RuleError: no version is in force, or no door is to be asked.
        FileError: it cannot be written.
    """
    with reading(call) as reader:
        about = occasion(reader, project(reader, number), paper=paper, name=complex_name(reader))
        write_form_of(call, reader, about, doors_asked(reader, about, again=again))


def doors_asked(reader: Reader, about: Occasion, *, again: bool) -> list[PaperDoor]:
    """Return the doors that are asked on one of the papers.

    Raises:
        RuleError: there is none.
    """
    from jinlin.elevator.consent.ballots import entitled_ids

    if about.ballot is not None and about.paper is SheetPaper.BALLOT:
        ids = entitled_ids(reader, about.project, about.ballot)
        doors = paper_doors(reader, about.project, ids=ids)
    else:
        doors = [door for door in paper_doors(reader, about.project) if door.party]
    if about.paper is SheetPaper.AGREEMENT:
        doors = [door for door in doors if door.amount]
    if again:
        doors = [door for door in doors if door.again]
    if not doors:
        raise RuleError(
            _("No door must be asked again.") if again else _("No door belongs to it."),
            hint=_("See: jinlin elevator consult list"),
        )
    return doors


def write_form_of(call: Call, reader: Reader, about: Occasion, doors: Sequence[PaperDoor]) -> None:
    """Write the form for doors.

    Raises:
        FileError: it cannot be written.
    """
    from jinlin.elevator.consent.importing import agreement_form, opinion_form, vote_form
    from jinlin.elevator.progress.door_list_page import state_words
    from jinlin.output.importing.form import SheetForm, write_form

    asked = dict(_ASKED[about.paper])
    if BallotQuestion.FUND not in about.questions:
        asked.pop("fund_answer", None)
    answers = Opinion if about.paper is SheetPaper.CONSULTATION else Choice
    labels = tuple(answers.labels().values())
    if about.paper is SheetPaper.CONSULTATION:
        number = opinion_form(reader, about.project)
    elif about.paper is SheetPaper.BALLOT and about.ballot is not None:
        number = vote_form(reader, about.project, about.ballot)
    else:
        number = agreement_form(reader, about.project)
    form = SheetForm(
        title=_TITLES[about.paper],
        given=("address", "floor", _("Answer so far")),
        asked=asked,
        choices={"answer": labels, "fund_answer": labels},
    )
    rows = [(door.label, str(door.floor), state_words(about.paper, door)) for door in doors]
    write_form(call, form, number, rows, back=f"jinlin elevator {_BACK[about.paper]} import")


def import_paper(
    call: Call,
    file: str,
    number: str | None,
    wanted: Sequence[str],
    work: Callable[[Tx, Project, Iterable[Row]], Outcome],
    terms: Terms,
) -> None:
    """Take a filled sheet over: the doors of one project, on one of its papers.

    Args:
        call: the command.
        file: the sheet.
        number: the project; None where only one goes on.
        wanted: the fields that are taken.
        work: what writes its rows.
        terms: on what terms.

    Raises:
        FileError: it cannot be read, or rows were refused; the others are in.
        NotFoundError: there is no such project.
    """
    from jinlin.elevator.consent.importing import ANSWERED, SIGNED

    needed = ANSWERED if "answer" in wanted else SIGNED

    def into_project(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
        del origin
        return work(tx, project(tx, number), rows)

    import_file(call, file, wanted, into_project, terms, needed=needed)
