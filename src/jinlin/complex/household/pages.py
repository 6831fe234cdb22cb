"""What is left at a door: the notice on personal data, and the consent to sensitive data.

The notice says what PIPL 17 asks for (who, what for, which data, how long, which rights); what is
sensitive is consented to on a sheet of its own (PIPL 29), for a child under 14 by a guardian (31).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.core.sentences import to_tick
from jinlin.documents.page import BLANK, Block, Closing, Field, Form, Page, Paragraph


class ConsentSheet(NamedTuple):
    """What is filled in; None leaves a blank.

    Attributes:
        collector: whose notice it is: the branch of the complex.
        home: the household it is left at.
        tags: the care tags to choose from.
    """

    collector: str
    contact: str | None = None
    phone: str | None = None
    home: str | None = None
    tags: Sequence[str] = ()


def consent_form(sheet: ConsentSheet) -> tuple[Page, Page]:
    """Return the notice and, on the next page, the consent to sensitive data."""
    return (
        Page(_("Notice on personal data"), tuple(_notice(sheet)), form=Form.SHEET),
        Page(
            _("Separate consent to sensitive personal data"),
            tuple(_consent(sheet)),
            form=Form.SHEET,
        ),
    )


def _notice(sheet: ConsentSheet) -> Iterator[Block]:
    yield from _head(sheet)
    for heading, text in (
        (
            _("Why we collect"),
            _(
                "Services in the complex, handling what you bring to us, and particular matters"
                " such as an elevator that need your opinion; nothing else."
            ),
        ),
        (
            _("Which data"),
            _(
                "Name, home and phone; for matters of ownership also the registered area and share."
                " We do not collect ID numbers."
            ),
        ),
        (
            _("Sensitive data"),
            _(
                "Living alone, disability, illness, minimum allowance, children under 14: only with"
                " a separate consent on the next page."
            ),
        ),
        (
            _("Where and how long"),
            _(
                "In one file on one computer of the branch, not on the internet; until the matter"
                " is settled and its records need not be kept any longer, or until you move away."
            ),
        ),
        (
            _("Who sees it"),
            _(
                "Those of the branch who handle the matter; a department only what it needs for it."
                " Never merchants; never on notice boards or in groups."
            ),
        ),
        (
            _("Your rights"),
            _(
                "You may see, copy, correct and delete your data and withdraw your consent at any"
                " time, by a word to the contact above; services do not depend on it."
            ),
        ),
    ):
        yield Field(heading, text)
    yield Paragraph(_("I have read this."))
    yield _signature()


def _consent(sheet: ConsentSheet) -> Iterator[Block]:
    yield from _head(sheet)
    yield Field(_("Of whom"), BLANK)
    yield Paragraph(_("Which data (tick):"), flush=True)
    yield Paragraph(to_tick(sheet.tags), flush=True)
    yield Paragraph(_("□ other: {blank}").format(blank=BLANK), flush=True)
    for heading, text in (
        (
            _("Why we collect"),
            _("Regular visits, help, and looking after you first in typhoons and emergencies."),
        ),
        (
            _("Why it is needed, and what it may mean"),
            _(
                "Without it we do not know whom to visit. Should it become known it could hurt your"
                " privacy; so only those named below see it, and it is never posted or passed on."
            ),
        ),
        (_("Who sees it"), BLANK + _(" (visitors, by name)")),
        (_("Valid until"), BLANK + _(" (then it is asked for again, or deleted)")),
    ):
        yield Field(heading, text)
    yield Paragraph(
        _(
            "I consent to the data ticked above being used for this. I may withdraw at any time;"
            " what was done before stays lawful, and services do not depend on it."
        )
    )
    yield _signature()
    yield Closing(
        (
            _("For a child under 14 a parent or guardian signs: {blank}").format(blank=BLANK),
            _("Relation: {blank}").format(blank=BLANK),
        ),
        left=True,
    )


def _head(sheet: ConsentSheet) -> Iterator[Block]:
    yield Field(_("Who collects"), sheet.collector)
    yield Field(
        _("Contact"),
        _("{name}　phone: {phone}").format(name=sheet.contact or BLANK, phone=sheet.phone or BLANK),
    )
    yield Field(_("Home"), sheet.home or BLANK)


def _signature() -> Closing:
    return Closing((_("Signature: {blank}　Date: {blank}").format(blank=BLANK),))
