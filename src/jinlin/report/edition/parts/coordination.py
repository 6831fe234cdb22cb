"""What community and street are asked for, matter by matter in running sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.sentences import one_line
from jinlin.documents.page import Block, Items, Paragraph
from jinlin.issue.rules.departments import department_names
from jinlin.report.edition.room import ListRoom
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures, RequestFigure

_PLEASE: Final = "请"
"""How a request begins that says itself whom it asks."""


def coordination(figures: PeriodFigures, say: Wording, room: ListRoom) -> Iterator[Block]:
    """Return what the community or the street is asked for, as far as there is room."""
    texts = requests(figures, say)
    if not texts:
        yield Paragraph(text=say("coordination.none"))
        return
    yield Items(texts=tuple(texts[: room.requests]))
    if rest := len(texts[room.requests :]):
        yield Paragraph(text=say("coordination.others", count=rest))


def requests(figures: PeriodFigures, say: Wording) -> list[str]:
    """Return what is asked of the community or the street, matter by matter."""
    return [_request(request, say) for request in figures.requests]


def _request(request: RequestFigure, say: Wording) -> str:
    """Return one matter in running sentences: what it is, what was done, what is asked of whom."""
    whom = addressee(request, say)
    if request.kept_back:
        return say("coordination.kept_back", what=request.title, whom=whom)
    facts = [one_line(text) for text in (request.situation, *request.work_done, request.stuck)]
    sentences = [
        matter_in_words(request, say),
        say.joined(filter(None, facts), mark="clause"),
        _asked(request, whom, say),
        _called(request, say),
    ]
    by = say("coordination.by", day=say.day(request.wanted_by)) if request.wanted_by else ""
    last = 2 if sentences[2] else 3
    sentences[last] += by
    return "".join(text + say("marks.stop") for text in sentences if text).rstrip()


def addressee(request: RequestFigure, say: Wording) -> str:
    """Return who is asked; community and street where that is not on record."""
    return request.level.label if request.level else say("coordination.somebody")


def matter_in_words(request: RequestFigure, say: Wording) -> str:
    """Return what a matter is called, with its building and place where the title has neither."""
    title = one_line(request.title)
    where = say.building(request.building) if request.building else ""
    place = request.place.removeprefix(where)
    if where and where not in title:
        title = say("coordination.at", where=where, title=title)
    return title if place in title else say("coordination.place", title=title, place=place)


def _asked(request: RequestFigure, whom: str, say: Wording) -> str:
    asked = one_line(request.request)
    if asked.startswith(_PLEASE):
        return asked
    called = [one for one in request.departments if one not in asked]
    if asked and called:
        return say(
            "coordination.call",
            whom=whom,
            departments=say.joined(department_names(called)),
            request=asked,
        )
    if asked:
        return say("coordination.ask", whom=whom, request=asked)
    return "" if request.called else say("coordination.help", whom=whom)


def _called(request: RequestFigure, say: Wording) -> str:
    """Return whom the street has called since, and who of them came."""
    if not request.called:
        return ""
    text = say("coordination.called", departments=say.joined(department_names(request.called)))
    if request.arrived:
        text += say(
            "coordination.arrived", departments=say.joined(department_names(request.arrived))
        )
    return text
