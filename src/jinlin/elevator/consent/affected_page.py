"""The agreement with an owner whom the works touch (民法典 288, 293; practice.md 6.1)."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.days.written import written_day
from jinlin.core.i18n import _
from jinlin.core.money import yuan_words
from jinlin.core.numerals import in_capitals
from jinlin.documents.fitting import in_larger_letters
from jinlin.documents.page import BLANK, Block, Form, Page, Paragraph
from jinlin.elevator.consent.affected import Affected, AffectedHome
from jinlin.elevator.consent.two_parties import numbered, signatures
from jinlin.elevator.project.projects import Project, place_words
from jinlin.elevator.rules.answers import Effect


def affected_page(home: AffectedHome, project: Project, complex_name: str) -> Page:
    """Return the agreement of the owners' representative with the owners of a home."""
    title = _("Agreement with affected owners on the {kind} at {place}").format(
        kind=project.kind.label, place=place_words(project)
    )
    page = Page(
        title=_("{complex} {title}").format(complex=complex_name, title=title),
        blocks=tuple(_blocks(home, project)),
        form=Form.DENSE,
        one_sheet=True,
        code=f"{project.label} {home.touched[0].home}",
    )
    return in_larger_letters(page)


def _blocks(home: AffectedHome, project: Project) -> Iterator[Block]:
    yield Paragraph(
        _("Party A (acting for the owners who pay): {name}").format(
            name=project.responsible or BLANK
        ),
        flush=True,
    )
    yield Paragraph(
        _("Party B (registered owners of {home}): {names}").format(
            home=home.called, names=_(", ").join(home.owners) or BLANK
        ),
        flush=True,
    )
    yield Paragraph(
        _(
            "The works of {kind} at {place} touch the home of Party B. By articles 288 and 293 of"
            " the Civil Code of the People's Republic of China, to the benefit of the works and for"
            " ease of life, the parties agree:"
        ).format(kind=project.kind.label, place=place_words(project))
    )
    yield from numbered(_clauses(home))
    yield signatures(project.witness)


def _clauses(home: AffectedHome) -> Iterator[str]:
    yield _("Effect. The home of Party B is touched in: {effects}.").format(
        effects=_("; ").join(map(_effect, home.touched))
    )
    done = dict.fromkeys(one.settlement or one.handling for one in home.touched)
    yield _("Measures. Party A sees to it that: {measures}.").format(
        measures=_("; ").join(filter(None, done)) or BLANK
    )
    yield _compensation(home.compensation)
    if any(one.effect is Effect.PRIVATE_PART for one in home.touched):
        yield _(
            "Private part. Extent and time of its use: {blank}; Party A restores it afterwards."
        ).format(blank=BLANK)
    yield _(
        "Works. Party A has the builder work in daytime and safely, keep passages free, and repair"
        " or make good what the works damage."
    )
    yield _(
        "Party B accepts the works and the use of the elevator once the above is done. What touches"
        " the home beyond it is settled anew."
    )
    yield _("Whoever sells the home tells the buyer, who takes this agreement over.")
    yield _(
        "Disputes are settled by talking, with the residents' committee as mediator; otherwise by"
        " the people's court."
    )
    yield _(
        "Made in {copies} copies, one for each party; it holds from the day both have signed."
        " Personal data serve this matter alone and are not made public."
    ).format(copies=_("two"))


def _effect(one: Affected) -> str:
    said = one.effect.label
    if one.text:
        said = _("{what} ({option})").format(what=said, option=one.text)
    if one.objection:
        said = _("{what}, objected to on {day}: {objection}").format(
            what=said, day=written_day(one.objected_on), objection=one.objection
        )
    return said


def _compensation(fen: int) -> str:
    figures, capitals = (yuan_words(fen), in_capitals(fen)) if fen else (BLANK, BLANK)
    return _(
        "Compensation. Party A pays Party B {amount} (in words: {capitals}) by {day}, out of the"
        " cost of the works."
    ).format(amount=figures, capitals=capitals, day=BLANK)
