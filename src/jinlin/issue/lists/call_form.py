"""Satisfaction calls (回访) on a form: whom to call about what, and what they said, taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jinlin.complex.building.queries import complex_name
from jinlin.core.columns import Column, Personal
from jinlin.core.i18n import N_, _
from jinlin.exchange.table.fields import FORM, field_label
from jinlin.exchange.table.rows import Row
from jinlin.issue.lists.lists import MAY_BE_HANDED_ON, UNRATED
from jinlin.issue.notebook.state_cells import number_in, satisfaction_in
from jinlin.issue.privacy.redaction import untitled
from jinlin.issue.record.evaluation import rate_issue
from jinlin.issue.record.queries import by_id
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.issue.rules.statuses import Status
from jinlin.output.importing.form import SheetForm, on_form
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.sheet import (
    RegisterSheet,
    SheetColumn,
    Values,
    describe_import,
    take_sheet,
)
from jinlin.output.listing.listed_texts import as_listed
from jinlin.output.listing.values import hidden
from jinlin.store.transaction.tx import Reader, Tx

ASKED: Final = {
    "satisfaction": N_("required: choose from the list; empty is no answer"),
    "reason": N_("optional: why; needed where she is not satisfied"),
}
WANTED: Final = ("number", *ASKED, FORM)
NEEDED: Final = (("number",), ("satisfaction",))
_RATED: Final = (Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED)
_REPORTER: Final = (
    Column("reporter", "", personal=Personal.NAME),
    Column("phone", "", personal=Personal.PHONE),
)


class CallRow(NamedTuple):
    """Whom to call about one issue."""

    number: str
    title: str
    result: str
    reporter: str
    phone: str


def call_form() -> SheetForm:
    """Return what stands on the form."""
    labels = (*Satisfaction.labels().values(), _("not reached"))
    return SheetForm(
        title=N_("Form for satisfaction calls"),
        given=CallRow._fields,
        asked=ASKED,
        choices={"satisfaction": labels},
    )


def call_form_number(reader: Reader) -> str:
    """Return the number of the form; issues have theirs, so that one form is as good as another."""
    return f"{complex_name(reader)}-R"


def to_call(reader: Reader, *, everybody: bool) -> list[CallRow]:
    """Return whom to call: whose day to be asked has come, or everybody who was not asked.

    What is secret stays in the house, and of what is private only the category is told.
    """
    return [
        CallRow(
            number=issue_label(row["year"], row["number"]),
            title=untitled(row["category"]) if row["private"] else row["title"],
            result="" if row["private"] else row["result"] or "",
            reporter=row["reporter"] or "",
            phone=row["reporter_phone"] or "",
        )
        for row in reader.rows(
            "SELECT i.year, i.number, i.title, i.result, i.reporter, i.reporter_phone, i.private,"  # noqa: S608  (our own columns)
            " c.name AS category FROM issue AS i JOIN category AS c ON c.id = i.category_id"
            f" WHERE i.removed_at IS NULL AND {UNRATED} AND {MAY_BE_HANDED_ON}"
            " AND (? OR i.ask_on <= civil_today()) ORDER BY i.ask_on, i.id",
            (everybody,),
        )
    ]


def masked_calls(reader: Reader, rows: Sequence[CallRow]) -> list[CallRow]:
    """Return them as a listing shows people: names and phones masked, nobody named in a text."""
    texts = as_listed(reader, (text for row in rows for text in (row.title, row.result) if text))
    return [
        row._replace(
            title=texts.get(row.title, ""),
            result=texts.get(row.result, ""),
            **{one.key: hidden(one, getattr(row, one.key), unmask=False) for one in _REPORTER},
        )
        for row in rows
    ]


def take_calls(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
    """Take what residents said from a form; said again, the last word counts.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
    """
    outcome = take_sheet(tx, on_form(rows, call_form_number(tx)), _sheet())
    if outcome.changed:
        describe_import(
            tx,
            outcome,
            origin,
            did=N_("Recorded how satisfied residents are with {changed} issues, from a form"),
            reverse=N_("take back how satisfied residents are with {changed} issues"),
        )
    return outcome


def _sheet() -> RegisterSheet:
    def column(key: str, **how: Any) -> Column:
        return Column(key, field_label(key), **how)

    return RegisterSheet(
        columns=(
            SheetColumn("number", column("number"), _number, required=True),
            SheetColumn(
                "satisfaction",
                column("satisfaction", labels=Satisfaction.labels()),
                lambda row, _field: satisfaction_in(row, Status.CLOSED_SOLVED),
            ),
            SheetColumn("reason", column("reason", personal=Personal.TEXT), Row.text),
        ),
        known=_known,
        write=_write,
        twice=N_("this issue stands in {row} too"),
        check=_check,
        asked=tuple(ASKED),
    )


def _number(row: Row, field: str) -> str:
    said = number_in(row, field)
    if said is None:
        raise row.error(field, _("“{text}” is no issue number").format(text=row.text(field)))
    return issue_label(*said)


def _known(tx: Tx) -> dict[str, dict[str, Any]]:
    return dict(_closed(tx))


def _closed(tx: Tx) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in tx.rows(
        "SELECT id, year, number, satisfaction, satisfaction_reason AS reason FROM issue"
        " WHERE removed_at IS NULL AND merged_into IS NULL AND status IN (?, ?)",
        _RATED,
    ):
        said = row["satisfaction"]
        number = issue_label(row["year"], row["number"])
        satisfaction = Satisfaction(said) if said else None
        yield number, {"id": row["id"], "number": number, "satisfaction": satisfaction,
                       "reason": row["reason"]}  # fmt: skip


def _check(row: Row, known: Values | None, said: Values) -> None:
    """Refuse what cannot be recorded of an issue.

    Raises:
        RowError: it is not closed, or nothing is said, or not why somebody is not satisfied.
    """
    if known is None:
        raise row.error("number", _("there is no closed issue of this number"))
    if "reason" in said and "satisfaction" not in said:
        raise row.error("satisfaction", _("nothing is filled in"))
    if said.get("satisfaction") is Satisfaction.NOT_SATISFIED and "reason" not in said:
        raise row.error("reason", _("not satisfied: say why"))


def _write(tx: Tx, known: Values | None, said: Values) -> None:
    assert known is not None
    satisfaction = said.get("satisfaction", known["satisfaction"])
    kept = None if satisfaction is Satisfaction.SATISFIED else known["reason"]
    rate_issue(tx, by_id(tx, known["id"]), satisfaction, reason=said.get("reason") or kept)
