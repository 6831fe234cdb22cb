"""What to mind about an issue that was just recorded, in sentences; none of it stops anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.issue.intake.similar import Similar
from jinlin.issue.privacy.publicity import board_told
from jinlin.issue.privacy.redaction import taken_for_names
from jinlin.issue.privacy.redactors import shown_title
from jinlin.issue.record.categories import Category
from jinlin.issue.record.dates import promises_of, uncounted_years
from jinlin.issue.record.dispatch import stewards_of
from jinlin.issue.record.guesses import GuessedCategory, better_category, dangerous_category
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.limits import Promise
from jinlin.issue.rules.statuses import CLOSED
from jinlin.issue.rules.urgencies import Urgency
from jinlin.store.transaction.tx import Reader


class EntryTerms(NamedTuple):
    """What was said at the entry, and the row does not tell.

    Attributes:
        category: the category that was chosen.
        known: all categories there are.
        private: whether it was to be kept off boards.
        due: whether a due day was named.
        guess: how its category was guessed; None where it was said.
    """

    category: Category
    known: Sequence[Category]
    private: bool
    due: bool
    guess: GuessedCategory | None


def advice_on(
    reader: Reader, issue: IssueRow, said: EntryTerms, similar: Sequence[Similar]
) -> Iterator[str]:
    """Return what to mind about an issue besides `at_once`.

    Args:
        reader: the database, in which it is recorded.
        issue: as it is recorded.
        said: what was said at the entry.
        similar: what may say the same.
    """
    yield from _category(issue, said)
    yield from _board(reader, issue, said)
    yield from _similar(issue, similar)
    yield from _cover(reader, issue)
    if not said.due:
        yield from shortened_told(issue.urgency, *promises_of(reader, issue))
    yield from _limits(reader, issue, said)


def at_once(issue: IssueRow, said: EntryTerms) -> Iterator[str]:
    """Return what must be done at once, and what to ask: said before all else."""
    yield from first_steps(said.category)
    danger = dangerous_category(said.known, said.category, issue.title)
    if danger is not None:
        yield from first_steps(danger)


def first_steps(category: Category) -> Iterator[str]:
    """Return what must be done before anything is written down, and what to ask."""
    if category.first_advice:
        yield _("First of all: {advice}").format(advice=category.first_advice)
    if category.questions:
        yield _("Ask: {questions}").format(questions="；".join(category.questions.splitlines()))


def _category(issue: IssueRow, said: EntryTerms) -> Iterator[str]:
    """Return how the category was guessed, or which would fit better, and how to take another."""
    if said.guess is not None:
        yield guess_told(issue.label, said.guess)
        return
    better = better_category(said.known, said.category, issue.title)
    if better is not None:
        yield _(
            "It sounds like {category}. If so: jinlin issue edit {number} --category {word}"
        ).format(category=better.label, word=better.word, number=issue.label)


def guess_told(number: str, guess: GuessedCategory) -> str:
    """Return under which category an issue was put by its words, and the line for another."""
    if not guess.category.unsorted and guess.near:
        text = _(
            "Put under {category}, as before; it may also be {others}. If it is: jinlin issue edit"
            " {number} --category {other}"
        )
    elif not guess.category.unsorted:
        text = _(
            "Put under {category} by its words. If that is wrong: jinlin issue edit {number}"
            " --category …"
        )
    elif guess.near:
        text = _(
            "It may be {all}: not sorted yet, and on no board until it is. To say it: jinlin issue"
            " edit {number} --category {other}"
        )
    else:
        text = _(
            "Nothing says what it is about: not sorted yet, and on no board until it is. To say it:"
            " jinlin issue edit {number} --category …"
        )
    others = [category for category in guess.near if category.name != guess.category.name]
    return text.format(
        number=number,
        category=guess.category.label,
        all=_(", ").join(category.label for category in guess.near),
        others=_(", ").join(category.label for category in others),
        other=next((category.word for category in others), "…"),
    )


def _board(reader: Reader, issue: IssueRow, said: EntryTerms) -> Iterator[str]:
    """Return how it stands on the board, where that is not as it was typed."""
    asked = said.private and issue.public_title is None
    if not (asked or said.category.unsorted) and (told := board_told(reader, issue)):
        yield told
    if issue.private or issue.public_title is not None:
        return
    shown = shown_title(reader, issue.title)
    if shown.title == issue.title:
        return
    yield _(
        "The title is shown on the board, there as: {title}. Names, phones and rooms belong "
        "elsewhere: jinlin issue edit {number} --title … --reporter … --room …"
    ).format(title=shown.title, number=issue.label)
    if shown.likely:
        yield taken_for_names(shown.likely, shown.none)


def _similar(issue: IssueRow, similar: Sequence[Similar]) -> Iterator[str]:
    """Return which issues may say the same; it is recorded all the same."""
    for one in similar:
        yield _("Similar: {number} {title} ({days} days before, {status}).").format(
            number=one.number, title=one.title, days=one.days_ago, status=one.status.label
        )
    going_on = next((one for one in similar if one.status not in CLOSED), None)
    if going_on is not None:
        yield _("If it is the same: jinlin issue merge {number} --into {other}").format(
            number=issue.label, other=going_on.number
        )


def _cover(reader: Reader, issue: IssueRow) -> Iterator[str]:
    """Return who looks after the place, where nobody is in charge."""
    covers = stewards_of(reader, issue) if issue.steward is None else []
    for cover in covers[:1]:
        yield _(
            "{who} looks after building {building}. "
            "To give it: jinlin issue assign {number} --default"
        ).format(who=cover.person.name, building=cover.building, number=issue.label)


def shortened_told(urgency: Urgency, usual: Promise, now: Promise) -> Iterator[str]:
    """Return that an urgency shortens what the category promises; nothing where it does not.

    Args:
        urgency: how urgent the issue is.
        usual: what the category promises.
        now: what is promised for it.
    """
    if now != usual:
        yield _(
            "{urgency}: reach {respond}, close {close}, instead of {before} and {usual}."
            " Another day can be agreed with --due."
        ).format(
            urgency=urgency.label,
            respond=now.respond.text,
            close=now.close.text,
            before=usual.respond.text,
            usual=usual.close.text,
        )


def _limits(reader: Reader, issue: IssueRow, said: EntryTerms) -> Iterator[str]:
    """Return what is not certain about the due day."""
    uncounted = uncounted_years(reader, issue.due_on)
    if uncounted:
        yield _(
            "The public holidays of {years} are not known yet: Monday to Friday were counted. "
            "See: jinlin config holidays"
        ).format(years=_(", ").join(map(str, uncounted)))
    if issue.channel is Channel.HOTLINE and not said.due:
        yield _(
            "A ticket of 12345 has its own limit: jinlin issue edit {number} --due DATE"
        ).format(number=issue.label)
