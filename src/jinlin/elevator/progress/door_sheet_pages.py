"""The sheet for one door, asked or voting, with its receipt to tear off: one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Final

from jinlin.core.days.written import day_words, written_day
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan_words
from jinlin.core.sentences import begun, boxes, in_a_row
from jinlin.documents.box import TO_WRITE_IN, Box, BoxCell, BoxRow, across, pairs
from jinlin.documents.page import BLANK, Block, Cut, Form, Page
from jinlin.elevator.consent.ballots import AskedMatter, Ballot
from jinlin.elevator.progress.door_sheet_words import (
    amount_words,
    area_words,
    cost_words,
    instalments,
    owners_words,
    reckoning_lines,
    subsidy_words,
    version_words,
    works_words,
)
from jinlin.elevator.progress.door_sheets import DoorSheet, Occasion, SheetPaper
from jinlin.elevator.progress.payment_agreement_page import agreement_page
from jinlin.elevator.project.projects import place_words
from jinlin.elevator.rules.answers import BallotQuestion

_TITLES: Final = {
    SheetPaper.CONSULTATION: N_("Request for the opinion of one door on the {kind} at {place}"),
    SheetPaper.BALLOT: N_("Ballot of one door on the {kind} at {place}"),
}
_GRID: Final = (17, 34, 15, 34)
_COLUMNS: Final = len(_GRID)
_REASONS: Final = 14
"""Two lines with a pen; millimetres."""
_SLIP: Final = (17, 33, 17, 33)


def sheet_page(about: Occasion, sheet: DoorSheet, *, today: date) -> Page:
    """Return the sheet of one door; nobody else's answer, amount or phone stands on it."""
    if about.paper is SheetPaper.AGREEMENT:
        return agreement_page(about, sheet)
    project, ballot = about.project, about.ballot
    rounds = ballot.round if about.paper is SheetPaper.BALLOT and ballot else project.round
    title = _(_TITLES[about.paper]).format(kind=project.kind.label, place=place_words(project))
    return Page(
        title=_("{complex} {title}").format(complex=about.complex, title=title),
        below=(
            _("Round {round}, printed on {day}").format(round=rounds, day=day_words(today)),
            _kind_of_paper(about.paper),
        ),
        blocks=tuple(_blocks(about, sheet)),
        form=Form.SHEET,
        one_sheet=True,
        code=sheet.number,
    )


def _kind_of_paper(paper: SheetPaper) -> str:
    """Return what this sheet is, one of three ticked."""
    papers = "　".join(f"{'☑' if one is paper else '□'} {one.label}" for one in SheetPaper)
    return _("This sheet is: {boxes}").format(boxes=boxes(papers))


def _blocks(about: Occasion, sheet: DoorSheet) -> Iterator[Block]:
    rows = chain(_scheme(about), _home(sheet), _amount(sheet), _answers(about), _signatures(about))
    yield Box(_GRID, tuple(rows))
    yield Cut(_("Receipt for the household"))
    yield _receipt(about, sheet)


def _row(label: str, text: str, *, height: int = 0) -> BoxRow:
    return pairs(label, text, columns=_COLUMNS, height=height)


def _to_fill(label: str, text: str | None) -> BoxRow:
    """Return a row that is filled in with a pen where nothing is known."""
    return _row(label, text or "", height=0 if text else TO_WRITE_IN)


def _pair(*texts: str) -> BoxRow:
    return pairs(*texts, columns=_COLUMNS)


def _headline(text: str) -> BoxRow:
    return across(text, columns=_COLUMNS, label=True)


def _scheme(about: Occasion) -> Iterator[BoxRow]:
    """Yield the scheme in at most five lines."""
    yield _headline(_("The scheme in short ({version})").format(version=version_words(about)))
    yield _row(_("Gross cost"), cost_words(about))
    yield _row(_("Subsidy"), subsidy_words(about))
    yield _row(
        _("Works"),
        _("{works}; acting for the owners: {responsible}").format(
            works=works_words(about), responsible=about.project.responsible or BLANK
        ),
    )
    yield _to_fill(_("Running costs"), about.project.running_rule)
    yield _row(
        _("Repair fund"),
        _("listed apart, from each home's own sub-account; it lowers nobody else's share"),
    )


def _home(sheet: DoorSheet) -> Iterator[BoxRow]:
    door = sheet.door
    home = _("{home} (floor {floor})").format(home=door.called, floor=door.floor)
    yield _pair(_("This home"), home, _("Area on record"), area_words(sheet))
    yield _row(_("Owners (all)"), owners_words(sheet))


def _amount(sheet: DoorSheet) -> Iterator[BoxRow]:
    yield _row(_("It pays"), amount_words(sheet))
    if sheet.share is None:
        return
    yield _row(_("Reckoning"), "\n".join(reckoning_lines(sheet.why)))
    if sheet.advance is not None:
        said = _("{amount}; what is too much is paid back or set off")
        yield _row(_("Before subsidy"), said.format(amount=yuan_words(sheet.advance)))
    if sheet.share.amount:
        yield _row(_("Instalments"), "\n".join(map(begun, instalments(sheet.parts))))
        held = sheet.sub_account
        amount = BLANK if held is None else yuan_words(held)
        yield _row(
            _("Sub-account"),
            _("{amount}; the housing provident fund may be drawn too").format(amount=amount),
        )


def _answers(about: Occasion) -> Iterator[BoxRow]:
    if about.paper is SheetPaper.BALLOT:
        yield _headline(_("Vote (one box a line)"))
        yield from _ballot(about.ballot)
        yield _row(_("Legal basis"), _basis(about.ballot))
    else:
        yield _headline(_("Your answer (one box a line)"))
        yield from _questions()
        yield _row(_("Your reasons"), "", height=_REASONS)
        effects = _("□ light  □ air  □ noise  □ passage  □ private part  □ other")
        yield _row(_("Touched in"), boxes(effects))
    yield _row(_("Please note"), _notes(about))


def _asked(text: str, choices: str) -> BoxRow:
    return BoxRow((BoxCell(begun(text), span=2), BoxCell(boxes(choices), span=2)))


def _questions() -> Iterator[BoxRow]:
    choices = _("□ yes  □ no  □ abstain  □ on condition")
    for text in (
        _("carrying out the works"),
        _("use of the maintenance fund"),
        _("the amount of this home, and signing for it"),
        _("how the running costs are shared"),
        _("letting the owners' representative act"),
    ):
        yield _asked(text, choices)


def _ballot(ballot: Ballot | None) -> Iterator[BoxRow]:
    for asked in ballot.asked if ballot else ():
        yield _asked(_question(asked), _("□ for  □ against  □ abstain"))


def _question(asked: AskedMatter) -> str:
    if asked.question is BallotQuestion.SCHEME:
        return _("carrying out the scheme")
    return _("use of the maintenance fund (counted apart)")


def _basis(ballot: Ballot | None) -> str:
    """Return by which law who decides, and what makes it pass."""
    if ballot is None:
        return BLANK
    passing = _("; ").join(
        _("{question}: {share} in favour").format(
            question=_question(asked), share=asked.matter.passing.words
        )
        for asked in ballot.asked
    )
    return _(
        "Article 278 of the Civil Code of the People's Republic of China. The owners of the {scope}"
        " decide; {quorum} of them by heads and by area must take part. Of these, by heads and by"
        " area: {passing}."
    ).format(scope=ballot.scope.name, quorum=ballot.asked[0].matter.quorum.words, passing=passing)


def _notes(about: Occasion) -> str:
    """Return what the household must know, in a few sentences."""
    said = [_("Answering is voluntary; no service depends on it.")]
    if about.paper is SheetPaper.CONSULTATION:
        said.append(_("This sounds out, is no vote and binds nobody; silence is no consent."))
    else:
        day = written_day(about.ballot.closes_on) if about.ballot else BLANK
        said += [
            _("The vote may be changed until {day}; after that no more.").format(day=day),
            _(
                "The ballot decides the works; it does not oblige a home that did not agree to pay"
                " (Civil Code art. 283)."
            ),
        ]
    said.append(
        _(
            "Personal data serve this alone, kept by {keeper} until {until}; none is made public."
        ).format(keeper=about.project.responsible or BLANK, until=BLANK)
    )
    return in_a_row(said)


def _signatures(about: Occasion) -> Iterator[BoxRow]:
    agent = _("Agent, relation, authority")
    if about.paper is SheetPaper.BALLOT:
        agent = _("Agent, relation, authority (a tenant's signature is no vote)")
    for label in (
        _("Registered owners (all, or one with power)"),
        agent,
        _("Date, time, phone (voluntary)"),
        _("Two visitors, date"),
    ):
        yield _to_sign(label)
    ways = _("□ in person  □ by post  □ left  □ WeChat; attempts: ") + BLANK[:3]
    yield _row(_("Nobody met"), boxes(ways))


def _to_sign(label: str) -> BoxRow:
    return BoxRow((BoxCell(label, span=2, label=True), BoxCell(span=2)), TO_WRITE_IN)


def _receipt(about: Occasion, sheet: DoorSheet) -> Block:
    plan, share = about.plan, sheet.share
    closes = about.ballot.closes_on if about.paper is SheetPaper.BALLOT and about.ballot else None
    version = "" if plan is None else _("version {version}").format(version=plan.version)
    return Box(
        _SLIP,
        (
            _pair(_("This home"), sheet.door.called, _("Version of the scheme"), version),
            _pair(
                _("It pays"),
                BLANK if share is None else yuan_words(share.amount),
                _("Hand in by"),
                written_day(closes) or BLANK,
            ),
            _row(_("Questions to"), about.project.contact or BLANK),
        ),
    )
