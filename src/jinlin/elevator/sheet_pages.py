"""The sheet for one door, with its receipt to tear off, and the leader's list over many doors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.complex.rules import AREA_BASIS_LABELS, AreaBasis
from jinlin.core.i18n import N_, _
from jinlin.core.money import square_metres, yuan
from jinlin.core.numerals import in_capitals
from jinlin.documents.page import (
    BLANK,
    Block,
    Closing,
    Cut,
    Field,
    Form,
    Heading,
    Items,
    Page,
    Paragraph,
    Table,
)
from jinlin.elevator.answers import OPINION_LABELS, Question
from jinlin.elevator.instalments import Part
from jinlin.elevator.paper_doors import PaperDoor
from jinlin.elevator.projects import place_words
from jinlin.elevator.sheets import PAPER_NAMES, DoorSheet, Occasion, Paper
from jinlin.elevator.stages import KIND_LABELS

TITLES: Final = {
    Paper.CONSULTATION: N_("Request for the opinion of one door on {kind} at {place}"),
    Paper.BALLOT: N_("Ballot of one door on {kind} at {place}"),
    Paper.AGREEMENT: N_("Payment agreement of one door on {kind} at {place}"),
}
_SUBSIDY_STATES: Final = {
    "expected": N_("expected"),
    "approved": N_("approved, not received"),
    "received": N_("received"),
}
_SIGNED: Final = frozenset({Paper.BALLOT, Paper.AGREEMENT})


def sheet_page(about: Occasion, sheet: DoorSheet, *, today: date) -> Page:
    """Return the sheet of one door; nobody else's answer, amount or phone stands on it."""
    project = about.project
    return Page(
        title=_(TITLES[about.paper]).format(
            kind=_(KIND_LABELS[project.kind]), place=place_words(about.project)
        ),
        above=(about.complex,),
        below=(_numbered(about, sheet, today), _kind_of_paper(about.paper)),
        blocks=tuple(_blocks(about, sheet)),
        form=Form.SHEET,
    )


def _numbered(about: Occasion, sheet: DoorSheet, today: date) -> str:
    rounds = about.ballot.round if about.paper is Paper.BALLOT and about.ballot else None
    said = _("Round {round}, sheet {number}, printed on {day}").format(
        round=rounds or about.project.round, number=sheet.number, day=today
    )
    if about.plan is None:
        return said
    return said + _("; scheme {plan}, version {version} of {day}").format(
        plan=about.plan.label, version=about.plan.version, day=(about.plan.adopted_at or "")[:10]
    )


def _kind_of_paper(paper: Paper) -> str:
    """Return what this sheet is, one of three ticked."""
    boxes = "　".join(
        f"{'☑' if one is paper else '□'} {_(name)}" for one, name in PAPER_NAMES.items()
    )
    return _("This sheet is: {boxes}").format(boxes=boxes)


def _blocks(about: Occasion, sheet: DoorSheet) -> Iterator[Block]:
    yield Heading(_("The scheme in short"))
    yield Items(tuple(_scheme(about)))
    yield Heading(_("This home"))
    yield from _home(sheet)
    yield Heading(_("What this home pays"))
    yield from _amount(sheet)
    yield Heading(_("Your answer (one box a line)"))
    yield from _boxes(about)
    yield Heading(_("Reasons, effects, wishes"))
    yield from _reasons()
    yield Heading(_("Please note"))
    yield Items(tuple(_notes(about)))
    yield Heading(_("Signature"))
    yield from _signature(about.paper)
    yield from _visitors()
    yield Cut(_("Receipt for the household"))
    yield from _receipt(about, sheet)


def _scheme(about: Occasion) -> Iterator[str]:
    """Yield the scheme in at most five lines."""
    if about.plan is None:
        yield _("No version is adopted yet; amounts are being worked out.")
    else:
        yield _("Gross cost {total} yuan: {lines}.").format(
            total=yuan(about.plan.total), lines=_composition(about)
        )
        yield _subsidy(about)
    yield _(
        "The maintenance fund is drawn from each home's own sub-account, listed apart; it lowers"
        " nobody else's share. Common revenue only by the owners' decision."
    )
    yield _("Works: {days} days, by {contractor}; acting for the owners: {responsible}.").format(
        days=about.works_days or BLANK,
        contractor=about.contractor or BLANK,
        responsible=about.project.responsible or BLANK,
    )
    yield _("Running costs: {rule}.").format(rule=about.project.running_rule or BLANK)


def _composition(about: Occasion) -> str:
    if not about.costs:
        return _("see the scheme")
    return _(", ").join(f"{line.text} {yuan(line.amount)}" for line in about.costs)


def _subsidy(about: Occasion) -> str:
    plan = about.plan
    if plan is None or not plan.subsidy:
        return _("Subsidy: none is counted on.")
    states = _(", ").join(
        f"{line.text} {yuan(line.amount)}（{_(_SUBSIDY_STATES[line.state])}）"
        for line in about.subsidies
    )
    return _("Subsidy {amount} yuan is taken off: {states}.").format(
        amount=yuan(plan.subsidy), states=states or _("not received yet")
    )


def _home(sheet: DoorSheet) -> Iterator[Block]:
    door, share = sheet.door, sheet.share
    area = share.registered_area if share and share.registered_area else door.area
    basis = share.area_basis if share and share.area_basis else door.area_basis
    owners = share.owners if share and share.owners else "、".join(door.owners)
    yield Field(
        _("Home"),
        _("{home}, floor {floor}; registered area {area} m², from: {basis}").format(
            home=door.label,
            floor=door.floor,
            area=square_metres(area) if area else BLANK,
            basis=_(AREA_BASIS_LABELS[AreaBasis(basis)]) if basis else BLANK,
        ),
    )
    yield Field(_("Registered owners (all)"), owners or BLANK)


def _amount(sheet: DoorSheet) -> Iterator[Block]:
    share = sheet.share
    if share is None:
        yield Field(_("Amount"), BLANK + _(" yuan; in words: ") + BLANK)
        return
    yield Field(
        _("Amount"),
        _("{amount} yuan; in words: {words}").format(
            amount=yuan(share.amount), words=in_capitals(share.amount)
        ),
    )
    if sheet.advance is not None:
        yield Field(
            _("Until the subsidy comes"),
            _("{amount} yuan; what is too much is paid back or set off").format(
                amount=yuan(sheet.advance)
            ),
        )
    for line in _in_two_lines([sentence.text() for sentence in sheet.why]):
        yield Paragraph(line, flush=True)
    if share.amount:
        yield Field(_("Instalments"), _instalments(sheet.parts))
        known = BLANK if sheet.sub_account is None else yuan(sheet.sub_account)
        yield Field(_("Available in this home's sub-account"), known + _(" yuan"))
        yield Paragraph(
            _("The housing provident fund may be drawn for this; ask its office."), flush=True
        )


def _instalments(parts: Sequence[Part]) -> str:
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


def _boxes(about: Occasion) -> Iterator[Block]:
    questions: list[str] = []
    if about.paper is Paper.CONSULTATION:
        choices = _("□ agree  □ do not agree  □ abstain  □ on condition: ") + BLANK
        questions = [
            _("carrying out the works"),
            _("use of the maintenance fund"),
            _("the amount of this home, and signing for it"),
            _("how the running costs are shared"),
            _("letting the owners' representative act"),
        ]
    elif about.paper is Paper.BALLOT:
        choices = _("□ for  □ against  □ abstain")
        names = {
            Question.SCHEME: _("carrying out the scheme"),
            Question.FUND: _("use of the maintenance fund (counted apart)"),
        }
        questions = [names[question] for question in about.questions]
    else:
        choices = _("□ agree and sign  □ do not sign")
        questions = [
            _("the amount of this home by this version"),
            _("how the running costs are shared"),
            _("letting the owners' representative act"),
        ]
    yield Table(
        (_("On"), _("Answer")), tuple((text, choices) for text in questions), widths=(45, 55)
    )


def _reasons() -> Iterator[Block]:
    yield Field(_("Reason or condition"), BLANK * 3)
    yield Field(
        _("Touched in"), _("□ light  □ air  □ noise  □ passage  □ private part  □ other: ") + BLANK
    )
    yield Field(_("Compensation wished for"), BLANK * 2)


def _notes(about: Occasion) -> Iterator[str]:
    yield _("Answering is voluntary; neither neighbours nor services depend on it.")
    if about.paper is Paper.CONSULTATION:
        yield _("This is sounding out; it is no vote and binds nobody. Silence is no consent.")
    elif about.paper is Paper.BALLOT:
        day = about.ballot.closes_on if about.ballot else BLANK
        yield _("The vote may be changed until {day}; after that no more.").format(day=day)
        yield _(
            "The ballot decides the works; it does not oblige a home that did not agree to pay"
            " (Civil Code art. 283)."
        )
    else:
        yield _("Once signed, what was agreed holds; when the home is sold, tell the buyer.")
    yield _(
        "Personal data serve this matter alone, kept by {keeper} until {until}; names and phones"
        " are not made public."
    ).format(keeper=about.project.responsible or BLANK, until=BLANK)


def _signature(paper: Paper) -> Iterator[Block]:
    yield Field(_("Registered owners (all sign, or one with written authority)"), BLANK * 2)
    yield Field(
        _("Agent"), _("{name}  relation {relation}  authority {number}").format(
            name=BLANK, relation=BLANK, number=BLANK
        ),
    )  # fmt: skip
    yield Field(_("Day and time"), BLANK + "　" + _("Phone (voluntary) ") + BLANK)
    if paper in _SIGNED:
        yield Paragraph(_("A tenant's signature is information and no vote."), flush=True)


def _visitors() -> Iterator[Block]:
    yield Field(_("Visitors (two)"), f"{BLANK}　{BLANK}　" + _("Day ") + BLANK)
    yield Field(
        _("If nobody was met"),
        _("□ in person  □ by post  □ left at the door  □ WeChat; attempts: ") + BLANK,
    )


def _receipt(about: Occasion, sheet: DoorSheet) -> Iterator[Block]:
    plan, share = about.plan, sheet.share
    yield Field(_("Sheet"), sheet.number)
    if plan is not None:
        yield Field(
            _("Version of the scheme"),
            _("{plan}, version {version}").format(plan=plan.label, version=plan.version),
        )
    yield Field(
        _("Amount of this home"), _("{amount} yuan").format(amount=yuan(share.amount))
        if share
        else BLANK,
    )  # fmt: skip
    closes = about.ballot.closes_on if about.paper is Paper.BALLOT and about.ballot else BLANK
    yield Field(_("Hand in by"), closes)
    yield Field(_("Questions to"), about.project.contact or BLANK)


def list_page(about: Occasion, doors: Sequence[PaperDoor], *, today: date) -> Page:
    """Return the leader's list: room, floor, round, answer so far, next visit; no names, no phones.

    It is numbered and handed back.
    """
    headings = (
        _("Nr"), _("Home"), _("Floor"), _("Round"), _("Answer so far"), _("Next visit"),
        _("Answer"), _("Remark"),
    )  # fmt: skip
    rows = tuple(
        (
            str(place),
            door.label,
            str(door.floor),
            str(door.opinion_round or ""),
            state_words(about.paper, door),
            door.next_on or "",
            "",
            "",
        )
        for place, door in enumerate(doors, 1)
    )
    return Page(
        title=_("List of doors, {paper}, {place}").format(
            paper=_(PAPER_NAMES[about.paper]), place=place_words(about.project)
        ),
        above=(about.complex,),
        below=(
            _("{project}, printed on {day}; {count} doors").format(
                project=about.project.label, day=today, count=len(doors)
            ),
        ),
        blocks=(
            Table(
                headings,
                rows,
                numeric=(True, False, True, True, False, False, False, False),
                widths=(5, 12, 7, 7, 16, 14, 17, 22),
                tall=True,
            ),
            Paragraph(
                _("For the visitors alone: no photos, not to be passed on, to be handed back."),
                flush=True,
            ),
            Closing((_("Handed out to ") + BLANK, _("Handed back on ") + BLANK)),
        ),
        form=Form.SHEET,
        wide=True,
    )


def state_words(paper: Paper, door: PaperDoor) -> str:
    """Return in a few words how far a door is on one paper, without what it voted."""
    again = {
        Paper.CONSULTATION: "opinion", Paper.BALLOT: "vote", Paper.AGREEMENT: "agreement",
    }[paper]  # fmt: skip
    if again in door.again:
        return _("to be asked again")
    if paper is Paper.CONSULTATION:
        return _(OPINION_LABELS[door.opinion]) if door.opinion else _("not asked yet")
    if paper is Paper.BALLOT:
        return _("handed in") if door.scheme or door.fund else _("missing")
    if not door.amount:
        return _("pays nothing")
    return _("signed") if door.signed is not None else _("not signed")
