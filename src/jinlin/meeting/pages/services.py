"""服务公开: what was served, how often and to how many, for the board; teams are thanked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.complex.building.queries import complex_name
from jinlin.core.days.lasting import duration
from jinlin.core.days.written import day_short, day_words, stretch_words
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan_words
from jinlin.core.sentences import begun, sentence
from jinlin.documents.page import Block, Closing, Heading, Page, Paragraph, Table
from jinlin.meeting.rules.kinds import type_name
from jinlin.meeting.rules.services import ServedItem
from jinlin.meeting.service.public import PublicServices
from jinlin.meeting.service.words import kept_words, missed_words
from jinlin.member.own_branch import branch
from jinlin.store.transaction.tx import Reader

COLUMNS: Final = (
    N_("Date"),
    N_("Service day"),
    N_("Place"),
    N_("Volunteers (person-times)"),
    N_("Residents served (times)"),
)
"""What the table of service days is headed with; not translated."""
_ON_A_SHEET: Final = 12
_NOTHING: Final = "—"


def services_page(reader: Reader, found: PublicServices) -> Page:
    """Return the page that hangs, in the user's language."""
    return Page(
        title=_("Volunteer services"),
        above=(complex_name(reader),),
        below=(_("({period})").format(period=stretch_words(found.stretch)),),
        blocks=tuple(_blocks(reader, found)),
        one_sheet=len(found.days) <= _ON_A_SHEET,
        code=" ".join(day.meeting.label for day in found.days),
    )


def _blocks(reader: Reader, found: PublicServices) -> Iterator[Block]:
    yield Heading(_("1. What was done"))
    yield Paragraph(sums_sentence(found))
    yield Table(
        tuple(_(heading) for heading in COLUMNS),
        tuple(rows(found)),
        numeric=(False, False, False, True, True),
        widths=(18, 17, 22, 21, 22),
    )
    if found.items:
        yield Heading(_("2. Services to residents"))
        yield Table(
            (_("Service"), _("Residents served (times)")),
            tuple(
                (one.what, _NOTHING if one.served is None else str(one.served))
                for one in found.items
            ),
            numeric=(False, True),
            widths=(60, 40),
        )
    yield from map(Paragraph, kept_lines(found))
    yield Paragraph(thanks(found))
    yield Paragraph(_("Volunteers are counted, not named."))
    yield Closing((branch(reader).name, day_words(reader.clock.today)))


def sums_sentence(found: PublicServices) -> str:
    """Return what was done, each figure in its own unit; what nobody said is not told."""
    sums = found.sums
    parts = [_("service days: {count}").format(count=sums.days)]
    volunteers = _("volunteers: {count} person-times").format(count=sums.times)
    if sums.minutes:
        volunteers += _(", {time}").format(time=duration(sums.minutes))
        if sums.timed < sums.days:
            volunteers += _(" (said of {count} of them)").format(count=sums.timed)
    parts += [volunteers] * bool(sums.times)
    parts += [_("residents served: {count} times").format(count=sums.served)] * bool(sums.served)
    parts += [_("teams: {count}").format(count=sums.teams)] * bool(sums.teams)
    parts += [_("spared the owners {amount}").format(amount=yuan_words(sums.saved))] * bool(
        sums.saved
    )
    return sentence(
        _("In {period}: {what}").format(
            period=stretch_words(found.stretch), what=_("; ").join(parts)
        )
    )


def rows(found: PublicServices) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each service day, as `COLUMNS` heads them."""
    for day in found.days:
        yield (
            day_short(day.day),
            day.type_name,
            day.meeting.place or _NOTHING,
            str(day.volunteers) if day.volunteers else _NOTHING,
            _NOTHING if day.served is None else str(day.served),
        )


def what(items: Sequence[ServedItem]) -> str:
    """Return services with how many residents took each: 修脚12人次、理发20人次."""
    return _(", ").join(
        one.what
        if one.served is None
        else _("{what} {count} times").format(what=one.what, count=one.served)
        for one in items
    )


def kept_lines(found: PublicServices) -> Iterator[str]:
    """Yield of each kind how many in a row there were; what was missed stands as missed."""
    for one in found.kinds:
        said = kept_words(one.kept, one.usual)
        missed = missed_words(one.kept)
        if said:
            yield sentence(begun(_("{type}: {what}").format(type=type_name(one.type), what=said)))
        if missed:
            yield begun(
                _("{type} was not held in: {periods}.").format(
                    type=type_name(one.type), periods=missed
                )
            )


def thanks(found: PublicServices) -> str:
    """Return the thanks to the teams and to everybody who served."""
    if not found.teams:
        return _("Our thanks go to all volunteers.")
    return _("Our thanks go to {teams} and to all volunteers.").format(
        teams=_(", ").join(found.teams)
    )
