"""`jinlin elevator agreement`: one door signed, withdrew, which doors signed, a filled sheet."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import day_on
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.signatures import By, SignatureWords, VisitWords
from jinlin.elevator.consent.doors import paper_door, paper_doors, project_of_door
from jinlin.elevator.consent.paper_actions import withdraw_agreement, write_agreements
from jinlin.elevator.consent.papers import NewAgreement, check_agreement
from jinlin.elevator.project.plans import PlanRow
from jinlin.elevator.project.projects import Project, adopted_plan, project
from jinlin.output.command.family import family
from jinlin.output.command.grammar import ListingCommand, TemplateCommand
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import FILE, TEXT
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done, show
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader
from jinlin.works.words import On

_verb = partial(verb_in, __name__)

app = family(
    N_("The payment agreements that are signed."),
    usual="record",
    takes_words=True,
    later=(
        _verb("record", "record_", N_("One door signed: 3-1-502. The usual one.")),
        _verb("withdraw", "withdraw_", N_("A door withdrew; the agreement stays on record.")),
        _verb("list", "list_", N_("Which doors signed, over how much; no names."), ListingCommand),
        _verb(
            "template",
            "template",
            N_("A form with every door, to be filled in and imported."),
            TemplateCommand,
        ),
        _verb("import", "import_", N_("Import a sheet with the signatures filled in.")),
    ),
    words={"记录": "record", "签订": "record", "撤回": "withdraw"},
)


def record_(
    call: Call,
    home: shared.Home,
    on: On = None,
    *,
    signatures: SignatureWords,
    instalments: Annotated[
        str | None, TEXT.option(help=N_("Where this door has instalments of its own."))
    ] = None,
    by: By = None,
    file: shared.File = None,
    number: shared.Project = None,
) -> None:
    proof = proof_if_named(call, file)
    with writing(call) as tx:
        found, place = project_of_door(tx, number, home)
        plan = _plan(tx, found)
        door = paper_door(tx, found, place)
        new = NewAgreement(
            visit=VisitWords(by, on).visit(tx),
            signature=signatures.signature(door),
            instalments=instalments,
            file=proof,
        )
        check_agreement(tx, found, door, new)
        write_agreements(tx, found, plan, [(door, new)])
    done(
        call,
        _("{home} signed over {amount} yuan ({plan}, version {version}).").format(
            home=door.label, amount=yuan(door.amount or 0), plan=plan.label, version=plan.version
        ),
        number=door.label,
        data={
            "project": found.label, "household": door.label, "plan": plan.label,
            "version": plan.version, "amount_fen": door.amount,
            "signed_on": new.visit.on.isoformat(), "signer": new.signature.signer.value,
            "file": new.file.path if new.file else None,
        },
    )  # fmt: skip


def withdraw_(
    call: Call,
    home: shared.Home,
    reason: Annotated[str, TEXT.option(help=N_("Why."), asked=AskedFor(N_("Why it withdrew")))],
    on: On = None,
    number: shared.Project = None,
) -> None:
    with writing(call) as tx:
        found, place = project_of_door(tx, number, home)
        door = paper_door(tx, found, place)
        day = day_on(on, tx.clock)
        withdraw_agreement(tx, found, door, on=day, reason=reason)
    done(
        call,
        _("{home} withdrew on {day}; its agreement stays on record.").format(
            home=door.label, day=day
        ),
        number=door.label,
        data={"project": found.label, "household": door.label, "withdrawn_on": day.isoformat()},
    )


def list_(call: Call, number: shared.Project = None) -> None:
    from jinlin.elevator.consent.listings import agreement_listing

    with reading(call) as reader:
        found = project(reader, number)
        doors = [door for door in paper_doors(reader, found) if door.party]
    show(call, agreement_listing(call, found, doors))


def template(call: Call, number: shared.Number = None, again: shared.Again = False) -> None:
    from jinlin.elevator.commands.consent.sheets import write_paper
    from jinlin.elevator.progress.door_sheets import SheetPaper

    write_paper(call, number, SheetPaper.AGREEMENT, again=again)


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=N_("The filled sheet: xlsx, csv."))],
    number: shared.Project = None,
    *,
    words: ImportWords,
) -> None:
    from jinlin.elevator.commands.consent.sheets import import_paper
    from jinlin.elevator.consent.importing import AGREEMENT_FIELDS, import_agreements
    from jinlin.output.importing.take import Terms

    import_paper(call, file, number, AGREEMENT_FIELDS, import_agreements, Terms("elevator", *words))


def _plan(reader: Reader, found: Project) -> PlanRow:
    plan = adopted_plan(reader, found)
    if plan is None:
        raise RuleError(
            _("No version of the scheme is in force; there is no amount to sign."),
            hint=_("Adopt one first: jinlin elevator adopt E1"),
        )
    return plan
