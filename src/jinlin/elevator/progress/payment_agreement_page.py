"""The payment agreement of one door: two parties, what they owe each other, both sign.

What it settles follows practice.md 6.1: user unit and safety officer, budget, running costs,
compensation; who sells tells the buyer.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.i18n import _
from jinlin.core.money import yuan_words
from jinlin.core.sentences import begun, in_a_row
from jinlin.documents.fitting import in_larger_letters
from jinlin.documents.page import BLANK, Block, Form, Page, Paragraph
from jinlin.elevator.consent.two_parties import numbered, signatures
from jinlin.elevator.progress.door_sheet_words import (
    amount_words,
    cost_words,
    instalment_words,
    owners_words,
    reckoning_lines,
    subsidy_words,
    version_words,
    works_words,
)
from jinlin.elevator.progress.door_sheets import DoorSheet, Occasion
from jinlin.elevator.project.projects import place_words


def agreement_page(about: Occasion, sheet: DoorSheet) -> Page:
    """Return the agreement of one door; nobody else's amount stands on it."""
    project = about.project
    title = _("Payment agreement on the {kind} at {place}").format(
        kind=project.kind.label, place=place_words(project)
    )
    page = Page(
        title=_("{complex} {title}").format(complex=about.complex, title=title),
        blocks=tuple(_blocks(about, sheet)),
        form=Form.DENSE,
        one_sheet=True,
        code=sheet.number,
    )
    return in_larger_letters(page)


def _blocks(about: Occasion, sheet: DoorSheet) -> Iterator[Block]:
    yield Paragraph(
        _("Party A (acting for the owners who pay): {name}").format(
            name=about.project.responsible or BLANK
        ),
        flush=True,
    )
    yield Paragraph(
        _("Party B (registered owners of {home}): {names}").format(
            home=sheet.door.called, names=owners_words(sheet)
        ),
        flush=True,
    )
    yield Paragraph(
        _(
            "By articles 278 and 283 of the Civil Code of the People's Republic of China the"
            " parties agree on the {kind} at {place}:"
        ).format(kind=about.project.kind.label, place=place_words(about.project))
    )
    yield from numbered(_clauses(about, sheet))
    yield signatures(about.project.witness)


def _clauses(about: Occasion, sheet: DoorSheet) -> Iterator[str]:
    yield _(
        "Works. Scheme: {version}. Gross cost: {cost}. Subsidy: {subsidy}. Works: {works}."
    ).format(
        version=version_words(about),
        cost=cost_words(about),
        subsidy=subsidy_words(about),
        works=works_words(about),
    )
    yield _("Amount. Party B pays {amount}. {reckoned}").format(
        amount=amount_words(sheet), reckoned=in_a_row(reckoning_lines(sheet.why))
    )
    yield _payment(about, sheet)
    yield _settling(sheet)
    yield _(
        "Running. Party A has the elevator inspected and its use registered; user unit: {unit};"
        " safety officer: {officer}. Running, maintenance and inspection costs are shared so:"
        " {rule}."
    ).format(
        unit=about.user_unit or BLANK,
        officer=about.safety_officer or BLANK,
        rule=about.project.running_rule or BLANK,
    )
    yield _(
        "Compensation. Owners whom the works touch in light, air, quiet, passage or a private part"
        " have what is agreed with them in writing; it is part of the cost."
    )
    yield _(
        "Later joiners. A home that did not pay may join later by the same rule and the final cost;"
        " what it pays goes back to those who paid before."
    )
    yield _(
        "Default. Party B that is late pays within {days} days of a written reminder; then it owes"
        " {interest} and does not ride until it has paid. If Party A uses the money otherwise,"
        " Party B may demand accounts and its money back."
    ).format(days=30, interest=BLANK)
    yield _(
        "Changes. If this home is to pay more by a later version, this is signed anew. Whoever"
        " sells the home tells the buyer, who takes this agreement over."
    )
    yield _(
        "This agreement is made in {copies} copies, one for each party; it holds from the day both"
        " have signed. Personal data serve this alone and are not made public."
    ).format(copies=_("two"))


def _payment(about: Occasion, sheet: DoorSheet) -> str:
    account = about.account
    return _(
        "Payment. {instalments}. To: {payee}, {account}. Each payment gets a numbered receipt; the"
        " branch of the complex takes and keeps no money."
    ).format(
        instalments=begun(instalment_words(sheet.parts)),
        payee=account.payee if account else BLANK,
        account=account.account if account else BLANK,
    )


def _settling(sheet: DoorSheet) -> str:
    said = _(
        "Settlement. When the cost is final it is shared by the same rule: what is too much is paid"
        " back, what is lacking is paid. Party A shows the accounts to the owners."
    )
    if sheet.advance is None:
        return said
    more = _(
        "Until the subsidy comes Party B advances {amount}; what is too much is paid back or set"
        " off."
    ).format(amount=yuan_words(sheet.advance))
    return in_a_row((said, more))
