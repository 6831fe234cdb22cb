"""What several papers say of a scheme and of a home's amount, each said in one place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Final

from jinlin.complex.rules.buildings import AreaBasis
from jinlin.core.days.written import last_words, written_day
from jinlin.core.i18n import N_, Message, _, speaking
from jinlin.core.money import area_text, yuan_words
from jinlin.core.numerals import in_capitals
from jinlin.core.sentences import in_a_row, ordinal
from jinlin.documents.page import BLANK
from jinlin.elevator.progress.door_sheets import DoorSheet, Occasion
from jinlin.elevator.project.costs import with_composition
from jinlin.elevator.rules.instalments import InstalmentPart

_SUBSIDY_STATES: Final = {
    "expected": N_("counted on"),
    "approved": N_("approved, not received"),
    "received": N_("received"),
}


def version_words(about: Occasion) -> str:
    """Return which version of the scheme it is, and since when."""
    if about.plan is None or about.adopted_on is None:
        return _("not adopted yet")
    return _("version {version} of {day}").format(
        version=about.plan.version, day=written_day(about.adopted_on.isoformat())
    )


def cost_words(about: Occasion) -> str:
    """Return the gross cost and what it is made of; a blank while no version is in force."""
    if about.plan is None:
        return BLANK
    return with_composition(yuan_words(about.plan.total), about.costs)


def subsidy_words(about: Occasion) -> str:
    """Return what of public money is taken off the cost, and how far it has come."""
    plan = about.plan
    if plan is None or not plan.subsidy:
        return _("none is counted on")
    states = _(", ").join(
        _("{text} {amount} ({state})").format(
            text=line.text, amount=yuan_words(line.amount), state=_(_SUBSIDY_STATES[line.state])
        )
        for line in about.subsidies
    )
    if not states and about.received:
        states = _("{amount} received").format(amount=yuan_words(about.received))
    return _("{amount} taken off: {states}").format(
        amount=yuan_words(plan.subsidy), states=states or _("not received yet")
    )


def works_words(about: Occasion) -> str:
    """Return how long the works take, and by whom they are carried out."""
    return _("{contractor}, {days} days").format(
        contractor=about.contractor or BLANK, days=about.works_days or BLANK
    )


def area_words(sheet: DoorSheet) -> str:
    """Return the registered area of a home and what it rests on."""
    door, share = sheet.door, sheet.share
    area = share.registered_area if share and share.registered_area else door.area
    basis = share.area_basis if share and share.area_basis else door.area_basis
    if not area:
        return BLANK
    said = _("{area} m²").format(area=area_text(area))
    if basis is None:
        return said
    return _("{what} ({option})").format(what=said, option=AreaBasis(basis).label)


def owners_words(sheet: DoorSheet) -> str:
    """Return all registered owners of a home."""
    share = sheet.share
    return (share.owners if share else None) or _(", ").join(sheet.door.owners) or BLANK


def amount_words(sheet: DoorSheet) -> str:
    """Return what a home pays, in figures and in words; blanks while there is no amount."""
    figures = words = BLANK
    if sheet.share is not None:
        figures, words = yuan_words(sheet.share.amount), in_capitals(sheet.share.amount)
    elif speaking() == "zh":
        figures += "元"
    return _("{figures} (in words: {words})").format(figures=figures, words=words)


def reckoning_lines(why: Sequence[Message]) -> tuple[str, ...]:
    """Return how an amount came about in at most two lines: the share, then the amount."""
    said = [_say_home(sentence) for sentence in why]
    return tuple(said) if len(said) <= 2 else (in_a_row(said[:-1]), said[-1])  # noqa: PLR2004


def _say_home(sentence: Message) -> str:
    values = dict(sentence.values)
    if "room" in values:
        values["room"] = Message(N_("This home"))
    return sentence._replace(values=values).text()


def instalment_words(parts: Sequence[InstalmentPart]) -> str:
    """Return in a row by when how much is paid; a blank where nothing was agreed."""
    return _("; ").join(instalments(parts))


def instalments(parts: Sequence[InstalmentPart]) -> list[str]:
    """Return by when how much, a year named once; a blank where nothing was agreed."""
    before = (None, *(part.due_on for part in parts))
    said = (_instalment(*one) for one in zip(count(1), parts, before, strict=False))
    return list(said) or [BLANK]


def _instalment(number: int, part: InstalmentPart, before: str | None) -> str:
    said = N_("instalment {number} ({name}): {amount}{day}")
    if not part.name:
        said = N_("instalment {number}: {amount}{day}")
    return _(said).format(
        number=ordinal(number),
        name=part.name,
        day=_(" by {day}").format(day=_due(part.due_on, before)) if part.due_on else "",
        amount=yuan_words(part.amount),
    )


def _due(due_on: str, before: str | None) -> str:
    """Return a day, without its year where the day before it was told with the same."""
    if before is None:
        return written_day(due_on)
    return last_words(date.fromisoformat(before), date.fromisoformat(due_on))
