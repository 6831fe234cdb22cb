"""`jinlin rollup org`: the tree imported, listed, and whose key counts."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.output.asking import confirm
from jinlin.output.command.import_options import HEADER
from jinlin.output.command.kind import NamedThing, WordKind
from jinlin.output.command.kinds import NAME
from jinlin.output.delivery.show import done, show
from jinlin.output.importing.report import report
from jinlin.output.importing.take import Terms, open_table
from jinlin.output.listing.listing import Cell, Listing, On
from jinlin.rollup.commands.office.words import UNIT_OR_NAME, InFolder, office_clock
from jinlin.rollup.office.adding import follow_tree
from jinlin.rollup.office.folder import OfficeFolder, office_folder
from jinlin.rollup.office.ledger import SignerState, reading_ledger, writing_ledger
from jinlin.rollup.office.standing import unit_of
from jinlin.rollup.office.tree_import import NEEDED, WANTED, import_units
from jinlin.rollup.rules.minisign import BadSignature, public_key
from jinlin.rollup.rules.tree import OrgLevel, OrgUnit

FILE_OR_KEY: Final = WordKind("file", N_("FILE|KEY"), str, names=NamedThing.FILE)


def org(
    call: Call,
    what: Annotated[
        str | None,
        FILE_OR_KEY.argument(
            help=N_("A list to import: xlsx, csv. With --trust a key line or its fingerprint.")
        ),
    ] = None,
    *,
    trust: Annotated[
        str | None,
        UNIT_OR_NAME.option(help=N_("Whose key counts from now on, once it was read out.")),
    ] = None,
    map_: Annotated[
        list[str] | None,
        HEADER.option("--map", help=N_("What an unusual header means; HEADER=- leaves it out.")),
    ] = None,
    sheet: Annotated[
        str | None, NAME.option(help=N_("Only this sheet of a workbook; else all that fit."))
    ] = None,
    folder: InFolder = None,
) -> None:
    at = office_folder(call, folder)
    if trust is not None:
        _trust(call, at, trust, what)
    elif what is not None:
        _import(call, at, what, Terms(None, mapping=map_, sheet=sheet))
    else:
        _list(call, at)


def _import(call: Call, at: OfficeFolder, file: str, terms: Terms) -> None:
    with reading_ledger(at):
        tables = open_table(call, file, WANTED, terms, needed=NEEDED)
    with at.locked(), writing_ledger(at) as ledger:
        with ledger.transaction(keeping=not call.dry_run):
            outcome = import_units(ledger, tables.rows(), office_clock(call)._replace(said=None))
        counted = 0 if call.dry_run else follow_tree(ledger)
    report(call, tables, outcome)
    if counted:
        call.tell(
            _("Files that had waited for the tree and are counted now: {count}.").format(
                count=counted
            )
        )


def _trust(call: Call, at: OfficeFolder, whose: str, said: str | None) -> None:
    with reading_ledger(at) as ledger:
        unit = unit_of(ledger.units(), whose)
        code = unit.code
        try:
            key = public_key(said or "")
        except BadSignature:
            key = public_key(ledger.to_trust(code, said or ""))
    confirm(
        call,
        _("The key of {name} has the fingerprint {fingerprint}, as it was read out.").format(
            name=unit.name, fingerprint=key.fingerprint
        ),
    )
    with at.locked(), writing_ledger(at) as ledger, ledger.transaction(keeping=not call.dry_run):
        ledger.trust(code, key.line)
    done(
        call,
        _("The key of {name} is confirmed. What was refused for it: add it again.").format(
            name=unit.name
        ),
        number=code,
        data={"organisation": code, "key": key.line, "fingerprint": key.fingerprint},
    )


def _list(call: Call, at: OfficeFolder) -> None:
    with reading_ledger(at) as ledger:
        units = ledger.units()
        keys = {code: ledger.signer(code) for code in units}
    cells: list[Cell[OrgUnit]] = [
        Cell("code", _("Code")),
        Cell("name", _("Organisation")),
        Cell("level", _("Level"), labels=OrgLevel.labels()),
        Cell("parent", _("Above it"), lambda u: u.parent or None),
        Cell("since", _("Since"), lambda u: u.since or None, on=On.DOCUMENTS),
        Cell("until", _("Until"), lambda u: u.until or None, on=On.DOCUMENTS),
        Cell("contact", _("Contact"), lambda u: u.contact or None),
        Cell("phone", _("Phone"), lambda u: u.phone or None),
        Cell(
            "key_state",
            _("Its key"),
            lambda u: known[1] if (known := keys[u.code]) else None,
            labels=SignerState.labels(),
        ),
    ]
    show(call, Listing.of("units", _("Who is to report"), cells, list(units.values())))
