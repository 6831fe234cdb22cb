"""Agreements and what partners gave, as it may hang: units, sums and uses; no contact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.days.period import period_of
from jinlin.core.days.stretch import Length, Stretch, length_said, stretch_named, stretch_with
from jinlin.core.days.written import day_words, stretch_words, written_short
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.money import yuan_words
from jinlin.core.sentences import sentence
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.output.listing.discretion import Redaction
from jinlin.partner.kinds import SupportKind
from jinlin.partner.record.disclosed import (
    PARTNERS,
    PublicPartner,
    PublicSupport,
    came,
    partners_of,
    to_come,
)
from jinlin.partner.record.totals import totals
from jinlin.store.parties import Judged, judged
from jinlin.store.transaction.tx import Reader

MOST: Final = 40
"""So many supports are told one by one."""
_NOTHING: Final = "—"
FIRST_DAYS: Final = timedelta(days=45)
"""So long after its end a half-year is still the one that is told."""


def anything(reader: Reader) -> bool:
    """Return whether there is a partner whose agreement is not over."""
    return reader.value(
        "SELECT 1 FROM partner WHERE removed_at IS NULL AND ended_on IS NULL LIMIT 1"
    ) is not None  # fmt: skip


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the partners of a half-year, or of the quarter or year that was named.

    Raises:
        UsageError: there is no such half-year, quarter or year.
        RuleError: there was no partner.
    """
    stretch = _stretch(which, reader.clock)
    last = min(stretch.last, reader.clock.today)
    agreed = partners_of(reader, stretch.first, last)
    given, promised = came(reader, stretch.first, last), to_come(reader, last)
    if not (agreed or given):
        raise RuleError(
            _("No partner is recorded for {period}.").format(period=stretch_words(stretch)),
            hint=_("Record them: jinlin partner add NAME, or jinlin partner import FILE"),
        )
    return Drawn(
        matter=PARTNERS,
        title=_("agreements with partners and what they gave in {period}").format(
            period=stretch_words(stretch)
        ),
        body="\n".join(
            (
                *_sums(reader, stretch, day_words(last)),
                *_agreements(agreed),
                *_came(reader, given),
                *_to_come(reader, promised),
                _("Source: the branch's register of partners."),
            )
        ),
        covers=(stretch.first, last),
        audience=_("all residents"),
    )


def _stretch(words: str | None, clock: Clock) -> Stretch:
    if words is None:
        this = stretch_with(clock.today, Length.HALF_YEAR)
        return this.previous if clock.today - this.first < FIRST_DAYS else this
    return stretch_named(words, length_said(words, Length.HALF_YEAR), clock)


def _sums(reader: Reader, stretch: Stretch, last: str) -> Iterator[str]:
    """Yield how many agreements hold, what came by which way, and what it helped to solve."""
    sums = totals(reader, period_of(stretch, reader.clock))
    there = _("{count} units had an agreement on {day}").format(day=last, count=sums.in_force)
    signed = _(", {count} of them signed in this time").format(count=sums.signed)
    yield sentence(there + (signed if sums.signed else ""))
    ways = [
        text.format(amount=yuan_words(fen))
        for text, fen in (
            (_("{amount} paid by the partners themselves"), sums.direct),
            (_("{amount} through the purse of partners' aid"), sums.through_purse),
        )
        if fen
    ]
    gifts = [
        _("{amount} in money ({ways})").format(
            amount=yuan_words(sums.received), ways=_(", ").join(ways)
        )
    ] * bool(ways) + [_("other supports: {count}").format(count=sums.in_kind)] * bool(sums.in_kind)
    if gifts:
        yield sentence(_("In this time came {what}").format(what=_(", ").join(gifts)))
    else:
        yield _("Nothing came in this time.")
    if sums.solved:
        yield _("Problems solved with their help: {count}.").format(count=sums.solved)


def _agreements(agreed: Sequence[PublicPartner]) -> Iterator[str]:
    if agreed:
        yield _("Agreements:")
        yield from sheet_rows(
            (_("Partner"), _("Kind of partner"), _("Agreement of"), _("Agreement until")),
            *(
                (one.name, one.kind.label, written_short(one.since), written_short(one.until))
                for one in agreed
            ),
        )


def _came(reader: Reader, given: Sequence[PublicSupport]) -> Iterator[str]:
    if not given:
        return
    shown = given[:MOST]
    payees = judged(reader, [one.paid_to for one in shown if one.paid_to])
    yield _("What came:")
    yield from sheet_rows(
        (_("Came on"), _("Partner"), _("What is given"), _("Used for"), _("Where the money went")),
        *(
            (written_short(one.day), one.partner, what, use, _way(one, payees))
            for one, what, use in _told(reader, shown)
        ),
    )
    if len(given) > MOST:
        yield _("And {count} more.").format(count=len(given) - MOST)


def _to_come(reader: Reader, promised: Sequence[PublicSupport]) -> Iterator[str]:
    if promised:
        yield _("What was promised and is to come:")
        yield from sheet_rows(
            (_("Partner"), _("What is given"), _("Used for"), _("To come by")),
            *(
                (one.partner, what, use, written_short(one.day))
                for one, what, use in _told(reader, promised[:MOST])
            ),
        )
    if len(promised) > MOST:
        yield _("And {count} more.").format(count=len(promised) - MOST)


def _told(
    reader: Reader, supports: Sequence[PublicSupport]
) -> Iterator[tuple[PublicSupport, str, str]]:
    """Yield each with what was given and for what, without names; of a private issue its kind."""
    whats = [one.kind.label if one.kept_back else one.what for one in supports]
    uses = [
        _("a matter of residents") if one.kept_back else one.title or one.about or _NOTHING
        for one in supports
    ]
    spared = [one.partner for one in supports]
    told = discreet_texts(reader, [*whats, *uses], spared=spared, form=Redaction.PUBLIC)
    for one, what, use in zip(supports, told[: len(whats)], told[len(whats) :], strict=True):
        if one.amount is None:
            yield one, what, use
        elif SupportKind.said(one.what) is SupportKind.MONEY:
            yield one, yuan_words(one.amount), use
        else:
            yield one, _("{what} {amount}").format(what=what, amount=yuan_words(one.amount)), use


def _way(one: PublicSupport, payees: Mapping[str, Judged]) -> str:
    """Return where money went: to a firm by its name, or into the purse."""
    if one.in_purse:
        return _("into the purse of partners' aid")
    if one.paid_to is None:
        return _NOTHING
    payee = payees[one.paid_to]
    return _("to {payee} itself").format(payee=one.paid_to if payee.open else payee.party.unnamed)
