"""The issues behind a figure of a report, counted as the figure counts them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.clock import kept_day
from jinlin.core.days.period import PassedStretch
from jinlin.core.days.stretch import Length
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import LANGUAGES, _
from jinlin.core.text import compact
from jinlin.issue.lists.spells import CAME, CAME_AS, WENT, WENT_AS
from jinlin.issue.rules.numbers import issue_label
from jinlin.output.listing.discretion import discreet
from jinlin.report.edition.wording import Wording, wording
from jinlin.report.figures.flow_queries import DUE_ON, FALLS_DUE, HELD, gather
from jinlin.store.transaction.tx import Reader

_SPELLS: Final = "SELECT s.issue_id, {moment} FROM spell AS s JOIN period AS p"
_DUE: Final = (
    f"{_SPELLS.format(moment='s.opened')} JOIN issue AS i ON i.id = s.issue_id {HELD}"
    f" WHERE s.opened < p.stop AND s.opened_as = 'received' AND {FALLS_DUE}"
)
_RATED: Final = (
    "SELECT issue_id, at FROM (SELECT e.issue_id, e.at, e.satisfaction, max(e.id)"
    " FROM issue_event AS e JOIN period AS p WHERE e.kind = 'rated' AND e.at >= p.start"
    " AND e.at < p.stop GROUP BY e.issue_id) WHERE satisfaction = '{word}'"
)


def _came(how: str, moment: str = "s.opened") -> str:
    return f"{_SPELLS.format(moment=moment)} WHERE {CAME} AND {CAME_AS} = '{how}'"


def _went(*how: str, moment: str = "s.closed", more: str = "") -> str:
    listed = ", ".join(f"'{word}'" for word in how)
    return (
        f"{_SPELLS.format(moment=moment)} JOIN issue AS i ON i.id = s.issue_id {HELD}"
        f" WHERE {WENT} AND {WENT_AS} IN ({listed}){more}"
    )


CLOSINGS: Final = ("closed_solved", "closed_unsolved", "declined", "merged")
_QUESTIONS: Final[Mapping[str, str]] = {
    "carried_over": _came("carried_over", "NULL"),
    "received": _came("received"),
    "reopened": _came("reopened"),
    "closed": _went(*CLOSINGS),
    **{closing: _went(closing) for closing in CLOSINGS},
    "open": _went("open", moment="NULL"),
    "overdue": _went("open", moment="NULL", more=f" AND {DUE_ON} < p.day_after"),
    "due": _DUE,
    **{
        word: _RATED.format(word=word)
        for word in ("satisfied", "basically_satisfied", "not_satisfied")
    },
}


class CountedIssue(NamedTuple):
    """One issue that a figure counts; of a secret one neither where it is nor who is in charge.

    Attributes:
        moment: when what is counted happened, as the database keeps it; None for a state.
    """

    number: str
    category: str
    building: str | None
    reported_at: str
    due_on: date | None
    responsible: str | None
    moment: str | None


def figure_named(words: str, say: Wording) -> str:
    """Return the name of a figure that somebody calls as it is printed in either language.

    Raises:
        NotFoundError: there is none, or no issues stand behind it; all are listed.
    """
    said = compact(words).replace("-", "_")
    spoken = (say, *(wording(language, Length.MONTH) for language in LANGUAGES))
    for name in _QUESTIONS:
        if said in {name, *(compact(tongue.label("columns", name, name)) for tongue in spoken)}:
            return name
    raise NotFoundError(
        _("There is no figure “{name}” with issues behind it.").format(name=words),
        hint=_("Choose from: {choices}.").format(
            choices=_(", ").join(say.label("columns", name, name) for name in _QUESTIONS)
        ),
    )


def issues_behind(reader: Reader, period: PassedStretch, figure: str) -> list[CountedIssue]:
    """Return the issues a figure of a period counts, each once.

    Args:
        reader: the database.
        period: what the report is about.
        figure: one of the names `figure_named` returns.
    """
    gather(reader, (period,))
    rows = reader.rows(
        f"WITH found (issue_id, moment) AS ({_QUESTIONS[figure]})"
        f" SELECT i.year, i.number, c.name AS category, i.reported_at,"
        f" {DUE_ON} AS due_on, found.moment,"
        " CASE c.privacy WHEN 'secret' THEN NULL ELSE b.code END AS building,"
        " CASE c.privacy WHEN 'secret' THEN NULL ELSE ifnull(s.name, i.handler) END AS responsible"
        " FROM found JOIN issue AS i ON i.id = found.issue_id AND i.removed_at IS NULL"
        f" JOIN period AS p {HELD}"
        " JOIN category AS c ON c.id = i.category_id"
        " LEFT JOIN building AS b ON b.id = i.building_id"
        " LEFT JOIN person AS s ON s.id = i.steward_id"
        f" ORDER BY {DUE_ON} IS NULL, {DUE_ON}, i.year, i.number, found.moment"
    )
    return [
        CountedIssue(
            number=issue_label(row["year"], row["number"]),
            category=row["category"],
            building=row["building"],
            reported_at=row["reported_at"],
            due_on=kept_day(row["due_on"]),
            responsible=discreet(row["responsible"]) if row["responsible"] else None,
            moment=row["moment"],
        )
        for row in rows
    ]
