"""Works for the board of the complex: how far, who of the branch was there, decided, paid, next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.complex.building.queries import complex_name
from jinlin.core.days.written import day_words, written_day
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.sentences import in_a_row
from jinlin.documents.fitting import in_larger_letters
from jinlin.documents.page import Block, Closing, Form, Heading, Page, Paragraph, Table
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.member.own_branch import branch
from jinlin.member.rules.purses import Purse
from jinlin.output.listing.discretion import Redaction
from jinlin.project.progress.decided_words import decided_words
from jinlin.project.progress.pages import how_far, who_of_the_branch
from jinlin.project.progress.status import WorksStatus
from jinlin.project.progress.words import where
from jinlin.project.rules.facts import DecisionState
from jinlin.store.transaction.tx import Reader

_ON_PAPER: Final = {
    "done": N_("completed"),
    "here": N_("under way"),
    "used": N_("being used"),
    "ended": N_("given up here"),
    "ahead": N_("not begun"),
    "passed_over": N_("not needed"),
}


def public_page(reader: Reader, status: WorksStatus) -> Page:
    """Return the page that hangs; residents are not named, members of the branch act there."""
    project = status.project
    title, place, ended = discreet_texts(
        reader,
        [project.title, where(project) or "", project.ended_reason or ""],
        form=Redaction.PUBLIC,
    )
    today = day_words(reader.clock.today)
    page = Page(
        title=_("Progress of {title}").format(title=title),
        above=(complex_name(reader),),
        below=(_("As of {day}").format(day=today),),
        blocks=(
            *_progress(status),
            *_decided(reader, status),
            *_money(status),
            *_further(status, place, ended),
            Closing((branch(reader).name, today)),
        ),
        form=Form.DENSE,
        one_sheet=True,
        code=" ".join((project.label, *(vote.label for vote in reversed(status.votes)))),
    )
    return in_larger_letters(page)


def _progress(status: WorksStatus) -> Iterator[Block]:
    entered = status.entered
    yield Heading(_("1. Progress and who of the branch took part"))
    yield Table(
        (_("Stage"), _("Entered on"), _("How far"), _("Of the branch")),
        tuple(
            (
                stage.label,
                written_day(entered[stage]) if stage in entered else "—",
                _(_ON_PAPER[how_far(status, stage)]),
                who_of_the_branch(status, stage) or "—",
            )
            for stage in status.project.course.stages
        ),
        widths=(22, 26, 18, 34),
    )


def _decided(reader: Reader, status: WorksStatus) -> Iterator[Block]:
    yield Heading(_("2. What was decided"))
    told = list(decided_words(reader, status.project))
    yield from map(Paragraph, discreet_texts(reader, told, form=Redaction.PUBLIC))
    if status.project.matter is None:
        yield Paragraph(
            _("No decision of the owners is needed: {reason}.").format(
                reason=(status.project.matter_reason or "").rstrip("。.")
            )
        )
    elif status.facts.decision.state not in (DecisionState.CARRIED, DecisionState.LOST):
        yield Paragraph(_("The owners have not voted on it yet."))


def _money(status: WorksStatus) -> Iterator[Block]:
    money = status.money
    rows = [
        (label, yuan(fen))
        for label, fen in (
            (_("Budget"), money.budget),
            (_("Contract") if money.signed else _("Quote that was chosen"), money.contract),
            (_("Paid"), money.paid if money.signed or money.paid else None),
            (_("Of that paid by partners themselves"), money.direct or None),
            (_("Still to be paid"), money.left if money.signed else None),
            (_("Paid beyond it"), money.beyond or None),
        )
        if fen is not None
    ]
    yield Heading(_("3. Money"))
    if rows:
        yield Table((_("Money"), _("Yuan")), tuple(rows), numeric=(False, True))
    else:
        yield Paragraph(_("No budget is set yet."))
    if status.project.purse:
        yield Paragraph(_("Paid out of: {purse}.").format(purse=Purse(status.project.purse).label))


def _further(status: WorksStatus, place: str, ended: str) -> Iterator[Block]:
    project = status.project
    yield Heading(_("4. What comes next"))
    yield Paragraph(in_a_row(_next(status, ended)))
    yield Heading(_("5. Where to ask"))
    if place:
        yield Paragraph(_("Where: {place}.").format(place=place))
    if project.responsible:
        yield Paragraph(_("Carried out by: {who}.").format(who=project.responsible))
    yield Paragraph(
        _("Questions: {contact}.").format(contact=project.contact)
        if project.contact
        else _("Questions: the Party branch of the complex.")
    )


def _next(status: WorksStatus, ended: str) -> Iterator[str]:
    project = status.project
    if project.ended_on:
        yield _("Given up on {day}: {reason}.").format(
            day=written_day(project.ended_on), reason=(ended or "—").rstrip("。.")
        )
    elif status.following is None:
        yield _("It is in use; there is no further stage.")
    else:
        yield _("Now: {stage}; next: {following}.").format(
            stage=project.stage.label, following=status.following.label
        )
        if project.due_on:
            yield _("It is to be over by {day}.").format(day=written_day(project.due_on))
