"""How papers of meetings put what they tell: moments, sentences, headings that are counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from jinlin.core.clock import WEEKDAY_NAMES
from jinlin.core.days.written import day_words, span_words
from jinlin.core.i18n import _
from jinlin.core.sentences import ordinal, sentence
from jinlin.documents.page import Block, Heading, Items
from jinlin.meeting.record.agenda import AgendaChangeRow
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.register import ActionRow, Resolution
from jinlin.meeting.rules.meetings import has_time

_HEARD: Final = re.compile(
    "(?:会议)?(听取|通报|传达|学习|宣读|汇报)(?:并[^，]{1,4})?了?|(hear|report) ", re.IGNORECASE
)
"""How an item begins on which nothing is decided."""


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Return blocks whose first-level headings are counted: 一、二、三."""
    count = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            count += 1
            yield block._replace(
                text=_("{number}. {heading}").format(number=ordinal(count), heading=block.text)
            )
        else:
            yield block


def counted(texts: Sequence[str]) -> list[str]:
    """Return texts, each with its number where there are several."""
    if len(texts) == 1:
        return list(texts)
    return [f"{place}. {text}" for place, text in enumerate(texts, 1)]


def moment_words(moment: datetime) -> str:
    """Return a day with its weekday, and the time of day where it is known."""
    weekday = _(WEEKDAY_NAMES[moment.weekday()])
    if not has_time(moment):
        return _("{day} ({weekday})").format(day=day_words(moment.date()), weekday=weekday)
    return _("{day} ({weekday}) {time}").format(
        day=day_words(moment.date()), weekday=weekday, time=f"{moment:%H:%M}"
    )


def time_words(meeting: MeetingRow) -> str:
    """Return when a meeting began and ended; the moment it was opened, if that is kept."""
    begun, ended = meeting.opened_at or meeting.held_at, meeting.ended_at
    words = moment_words(begun)
    if ended is None:
        return words
    same = ended.date() == begun.date()
    until = f"{'' if same else day_words(ended.date()) + ' '}{ended:%H:%M}"
    return _("{begun}–{ended}").format(begun=words, ended=until)


def period_words(meeting: MeetingRow) -> str:
    """Return from which day to which a meeting was held, a ballot over several days above all."""
    begun = (meeting.opened_at or meeting.held_at).date()
    ended = meeting.ended_at.date() if meeting.ended_at else begun
    return span_words(begun, ended)


def change_words(change: AgendaChangeRow) -> str:
    """Return in a sentence what was changed on an agenda after opening, and why."""
    return _("{time} {change}: item {item} {title}; reason: {reason}").format(
        time=f"{change.at:%H:%M}",
        change=change.kind.label,
        item=change.item,
        title=change.title,
        reason=change.reason,
    )


def changes_told(changes: Sequence[AgendaChangeRow]) -> Iterator[Block]:
    """Yield what was changed on the agenda after opening; nothing where nothing was."""
    if changes:
        yield Heading(_("Changes after opening"))
        yield Items(tuple(map(change_words, changes)))


def heard(title: str) -> tuple[str, str] | None:
    """Return the verb with which an item says that it is only heard, and what is; else None."""
    match = _HEARD.match(title)
    return (match[1] or match[2], title[match.end() :]) if match else None


def remarked(text: str, parts: Iterable[str | None]) -> str:
    """Return what somebody wrote as a sentence, what belongs to it before its end."""
    remarks = joined(parts)
    if not remarks:
        return sentence(text)
    said = text.replace("\n", " ").rstrip("。.")
    return sentence(said + _(" ({parts})").format(parts=remarks))


def in_charge(row: Resolution | ActionRow) -> Iterator[str]:
    """Yield who carries out what was resolved or given out, and by when."""
    if row.owner:
        yield _("responsible: {owner}").format(owner=row.owner)
    if row.due_on:
        yield _("by {day}").format(day=day_words(row.due_on))


def joined(texts: Iterable[str | None]) -> str:
    """Return what is there of some texts, one after the other; a line break becomes a space."""
    return _("; ").join(text.replace("\n", " ") for text in texts if text)
