"""The sheet for one door, with its receipt to tear off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.complex.rules.buildings import AreaBasis
from jinlin.core.i18n import N_, _
from jinlin.core.money import square_metres, yuan
from jinlin.core.numerals import in_capitals
from jinlin.documents.page import (
    BLANK,
    Block,
    Cut,
    Field,
    Form,
    Page,
    Table,
)
from jinlin.elevator.progress.door_sheets import DoorSheet, Occasion, SheetPaper
from jinlin.elevator.project.costs import composition
from jinlin.elevator.project.projects import place_words
from jinlin.elevator.rules.answers import BallotQuestion
from jinlin.elevator.rules.instalments import InstalmentPart

TITLES: Final = {
    SheetPaper.CONSULTATION: N_("Request for the opinion of one door on {kind} at {place}"),
    SheetPaper.BALLOT: N_("Ballot of one door on {kind} at {place}"),
    SheetPaper.AGREEMENT: N_("Payment agreement of one door on {kind} at {place}"),
}
_SUBSIDY_STATES: Final = {
    "expected": N_("counted on"),
    "approved": N_("approved, not received"),
    "received": N_("received"),
}
_WIDTHS: Final = (20, 80)
_SLIP: Final = (21, 15, 18, 17, 29)
_SHORT: Final = BLANK[:3]
"""Where a number or a word is written."""
_SIGNED: Final = frozenset({SheetPaper.BALLOT, SheetPaper.AGREEMENT})


def sheet_page(about: Occasion, sheet: DoorSheet, *, today: date) -> Page:
    """Return the sheet of one door; nobody else's answer, amount or phone stands on it."""
    project = about.project
    rounds = about.ballot.round if about.paper is SheetPaper.BALLOT and about.ballot else None
    return Page(
        title=" ".join(
            (
                about.complex,
                _(TITLES[about.paper]).format(kind=project.kind.label, place=place_words(project)),
            )
        ),
        below=(
            _("Round {round}, sheet {number}, printed on {day}").format(
                round=rounds or project.round, number=sheet.number, day=today
            ),
            _kind_of_paper(about.paper),
        ),
        blocks=tuple(_blocks(about, sheet)),
        form=Form.SHEET,
    )


def _kind_of_paper(paper: SheetPaper) -> str:
    """Return what this sheet is, one of three ticked."""
    boxes = "　".join(f"{'☑' if one is paper else '□'} {one.label}" for one in SheetPaper)
    return _("This sheet is: {boxes}").format(boxes=boxes)


def _blocks(about: Occasion, sheet: DoorSheet) -> Iterator[Block]:
    """Yield the sheet in tables, so that it is one page even in a type that old eyes can read."""
    yield Table(
        (_("The scheme in short"), _version(about)),
        (*_scheme(about), *_home(sheet)),
        widths=_WIDTHS,
    )
    yield from _amount(sheet)
    yield Table(
        (_("Your answer"), _("one box a line")),
        (*_boxes(about), *_reasons(), (_("Please note"), _notes(about)), *_signature(about.paper)),
        widths=(34, 66),
    )
    yield Cut(_("Receipt for the household"))
    yield _receipt(about, sheet)


def _version(about: Occasion) -> str:
    if about.plan is None:
        return _("not adopted yet")
    return _("{plan}, version {version} of {day}").format(
        plan=about.plan.label, version=about.plan.version, day=about.adopted_on
    )


def _scheme(about: Occasion) -> Iterator[tuple[str, str]]:
    """Yield the scheme in at most five lines."""
    if about.plan is not None:
        yield (
            _("Gross cost"),
            _("{total} yuan: {lines}").format(
                total=yuan(about.plan.total),
                lines=composition(about.costs) or _("see the scheme"),
            ),
        )
        yield _("Subsidy"), _subsidy(about)
    yield (
        _("Maintenance fund"),
        _("listed apart, from each home's own sub-account; it lowers nobody else's share"),
    )
    yield (
        _("Works"),
        _("{days} days, by {contractor}; acting for the owners: {responsible}").format(
            days=about.works_days or BLANK,
            contractor=about.contractor or BLANK,
            responsible=about.project.responsible or BLANK,
        ),
    )
    yield _("Running costs"), about.project.running_rule or BLANK


def _subsidy(about: Occasion) -> str:
    plan = about.plan
    if plan is None or not plan.subsidy:
        return _("none is counted on")
    states = _(", ").join(
        f"{line.text} {yuan(line.amount)}（{_(_SUBSIDY_STATES[line.state])}）"
        for line in about.subsidies
    )
    if not states and about.received:
        states = _("{amount} yuan received").format(amount=yuan(about.received))
    return _("{amount} yuan taken off: {states}").format(
        amount=yuan(plan.subsidy), states=states or _("not received yet")
    )


def _home(sheet: DoorSheet) -> Iterator[tuple[str, str]]:
    door, share = sheet.door, sheet.share
    area = share.registered_area if share and share.registered_area else door.area
    basis = share.area_basis if share and share.area_basis else door.area_basis
    owners = share.owners if share and share.owners else "、".join(door.owners)
    yield (
        _("This home"),
        _("{home}, floor {floor}; registered area {area} m², from: {basis}").format(
            home=door.label,
            floor=door.floor,
            area=square_metres(area) if area else BLANK,
            basis=AreaBasis(basis).label if basis else BLANK,
        ),
    )
    yield _("Registered owners (all)"), owners or BLANK


def _amount(sheet: DoorSheet) -> Iterator[Block]:
    share = sheet.share
    if share is None:
        yield Field(_("This home pays"), BLANK + _(" yuan; in words: ") + BLANK)
        return
    yield Field(
        _("This home pays"),
        _("{amount} yuan; in words: {words}").format(
            amount=yuan(share.amount), words=in_capitals(share.amount)
        ),
    )
    rows = []
    if sheet.advance is not None:
        said = _("{amount} yuan; what is too much is paid back or set off")
        rows.append((_("Until the subsidy comes"), said.format(amount=yuan(sheet.advance))))
    if share.amount:
        known = BLANK if sheet.sub_account is None else yuan(sheet.sub_account)
        rows += [
            (_("Instalments"), _instalments(sheet.parts)),
            (
                _("Own sub-account"),
                _("{amount} yuan; the housing provident fund may be drawn too").format(
                    amount=known
                ),
            ),
        ]
    why = _in_two_lines([sentence.text() for sentence in sheet.why])
    yield Table(
        (_("How it came about"), _("the scheme's rule, exact to the fen")),
        (*(("", line) for line in why), *rows),
        widths=_WIDTHS,
    )


def _instalments(parts: Sequence[InstalmentPart]) -> str:
    """Return by when how much; a blank where nothing was agreed."""
    return (
        _("; ").join(
            _("{name} {day} {amount} yuan").format(
                name=part.name, day=part.due_on or "", amount=yuan(part.amount)
            )
            for part in parts
        )
        or BLANK
    )


def _in_two_lines(sentences: Sequence[str]) -> list[str]:
    """Return sentences in at most two lines."""
    if len(sentences) <= 2:  # noqa: PLR2004
        return list(sentences)
    return ["".join(sentences[:-1]), sentences[-1]]


def _boxes(about: Occasion) -> Iterator[tuple[str, str]]:
    if about.paper is SheetPaper.CONSULTATION:
        choices = _("□ agree  □ do not agree  □ abstain  □ on condition: ") + _SHORT
        questions = [
            _("carrying out the works"),
            _("use of the maintenance fund"),
            _("the amount of this home, and signing for it"),
            _("how the running costs are shared"),
            _("letting the owners' representative act"),
        ]
    elif about.paper is SheetPaper.BALLOT:
        choices = _("□ for  □ against  □ abstain")
        names = {
            BallotQuestion.SCHEME: _("carrying out the scheme"),
            BallotQuestion.FUND: _("use of the maintenance fund (counted apart)"),
        }
        questions = [names[question] for question in about.questions]
    else:
        choices = _("□ agree and sign  □ do not sign")
        questions = [
            _("the amount of this home by this version"),
            _("how the running costs are shared"),
            _("letting the owners' representative act"),
        ]
    yield from ((text, choices) for text in questions)


def _reasons() -> Iterator[tuple[str, str]]:
    yield _("Reason, condition, compensation"), ""
    yield (
        _("Touched in"),
        _("□ light  □ air  □ noise  □ passage  □ private part  □ other"),
    )


def _notes(about: Occasion) -> str:
    """Return what the household must know, in a few sentences."""
    said = [_("Answering is voluntary; neither neighbours nor services depend on it.")]
    if about.paper is SheetPaper.CONSULTATION:
        said.append(
            _("This is sounding out; it is no vote and binds nobody. Silence is no consent.")
        )
    elif about.paper is SheetPaper.BALLOT:
        day = about.ballot.closes_on if about.ballot else BLANK
        said += [
            _("The vote may be changed until {day}; after that no more.").format(day=day),
            _(
                "The ballot decides the works; it does not oblige a home that did not agree to pay"
                " (Civil Code art. 283)."
            ),
        ]
    else:
        said.append(_("Once signed, what was agreed holds; when the home is sold, tell the buyer."))
    said.append(
        _(
            "Personal data serve this matter alone, kept by {keeper} until {until}; names and"
            " phones are not made public."
        ).format(keeper=about.project.responsible or BLANK, until=BLANK)
    )
    return "".join(said)


def _signature(paper: SheetPaper) -> Iterator[tuple[str, str]]:
    yield _("Registered owners (all, or one with authority)"), ""
    yield (
        _("Agent, relation, authority"),
        _("A tenant's signature is information and no vote.") if paper in _SIGNED else "",
    )
    yield _("Day, time, phone (voluntary)"), ""
    yield _("Two visitors, day"), ""
    yield (
        _("If nobody was met"),
        _("□ in person  □ by post  □ left at the door  □ WeChat; attempts: ") + _SHORT,
    )


def _receipt(about: Occasion, sheet: DoorSheet) -> Block:
    plan, share = about.plan, sheet.share
    closes = about.ballot.closes_on if about.paper is SheetPaper.BALLOT and about.ballot else ""
    return Table(
        (
            _("Sheet"),
            _("Version of the scheme"),
            _("Amount of this home"),
            _("Hand in by"),
            _("Questions to"),
        ),
        (
            (
                sheet.number,
                ""
                if plan is None
                else _("{plan}, version {version}").format(plan=plan.label, version=plan.version),
                "" if share is None else _("{amount} yuan").format(amount=yuan(share.amount)),
                closes,
                about.project.contact or "",
            ),
        ),
        widths=_SLIP,
    )
