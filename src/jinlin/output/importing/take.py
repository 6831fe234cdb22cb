"""What every import shares: opening the file, asking, rehearsing, and doing it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from jinlin.core.call import Call
from jinlin.core.errors import FileError, RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.exchange.table.book import Needed, Tables, read_book_tables
from jinlin.exchange.table.fields import FORM, LABELS, field_label
from jinlin.exchange.table.headers import NOTHING
from jinlin.exchange.table.rows import Row
from jinlin.exchange.table.value_words import meanings, normalised
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.report_words import preview, tell_columns
from jinlin.output.listing.progress import progress
from jinlin.store.command.command import rehearsing, writing
from jinlin.store.origins import Origin, record_origin
from jinlin.store.transaction.tx import AlreadyDone, Tx

MANY_ROWS: Final = 50
"""An import of more rows is preceded by a backup."""
ASKED_FROM: Final = 3
"""An import that changes so many records is shown first and asked about."""


class Terms(NamedTuple):
    """On what terms a file is imported.

    Attributes:
        register: what it fills: `building`, `household`, `member`, `issue` or `elevator`; None
            where it tells of nobody who is not recorded, so that nobody asks where it comes from.
        source: where it comes from; None when not said.
        basis: why it may be used; None when not said.
        mapping: `header=field` pairs from `--map`; `header=-` leaves a column out.
        sheet: which sheet of a workbook; else all that hold what is needed are read together.
        strict: take all rows or none.
        purpose: what identity numbers are kept for; None when they are not taken.
        money: its rows go into a cash book.
    """

    register: str | None
    source: str | None = None
    basis: str | None = None
    mapping: Sequence[str] | None = None
    sheet: str | None = None
    strict: bool = False
    purpose: str | None = None
    money: bool = False

    @property
    def origin(self) -> Mapping[str, str]:
        """Where the file comes from and on what basis it is used, for the history."""
        return {"source": self.source or "—", "basis": self.basis or "—"}


class Work(Protocol):
    """What takes the rows of a file into the database."""

    def __call__(self, tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
        """Write what the rows say, and return what came of it."""


def open_table(
    call: Call,
    file: str,
    wanted: Collection[str],
    terms: Terms,
    *,
    needed: Needed = (),
) -> Tables:
    """Open the file of an import and say how its columns were understood.

    Args:
        call: the command.
        file: the file as it was typed.
        wanted: the fields that are taken; or names of fields of the branch's own.
        terms: on what terms it is imported.
        needed: of each tuple of fields a sheet must have at least one.

    Raises:
        FileError: it cannot be read.
        UsageError: a pair of the mapping cannot be read.
    """
    path = call.environment.path(file)
    said = dict(_pair(text, wanted) for text in terms.mapping or ())
    tables = read_book_tables(path, wanted, mapping=said, sheet=terms.sheet, needed=needed)
    corrected = _ask_about_columns(call, tables, wanted)
    if corrected:
        said |= corrected
        tables = read_book_tables(path, wanted, mapping=said, sheet=terms.sheet, needed=needed)
    tell_columns(call, tables)
    return tables


def _pair(text: str, wanted: Collection[str]) -> tuple[str, str]:
    header, sign, field = text.replace("＝", "=").rpartition("=")
    if not sign:
        raise UsageError(
            _("“{text}” is not of the form {example}.").format(
                text=text, example=_("HEADER=FIELD")
            ),
            hint=_("Write it like --map 门号=房号."),
        )
    return header.strip(), _field_called(field, wanted)


def _field_called(text: str, wanted: Collection[str]) -> str:
    """Return the field people mean, whatever a header may call it; else what they wrote."""
    said = text.strip()
    known = {field_label(name): name for name in LABELS}
    aliases = (meaning.field for meaning in meanings().get(normalised(said), ()))
    return known.get(said) or next((field for field in aliases if field in wanted), said)


def _ask_about_columns(call: Call, tables: Tables, wanted: Collection[str]) -> dict[str, str]:
    """Ask on a terminal about headers that may mean something else.

    Returns:
        What she said they mean, where it is not what was understood.
    """
    if not call.environment.interactive or call.yes or call.dry_run:
        return {}
    said: dict[str, str] = {}
    choices = {field: field_label(field) for field in wanted}

    def check(answer: str) -> None:
        if _field_called(answer, wanted) not in {*choices, NOTHING}:
            raise UsageError(
                _("There is no field “{field}” here.").format(field=answer),
                hint=_("Choose from: {fields}.").format(fields=_(", ").join(choices.values())),
            )

    for table in tables.tables:
        for field in table.headers.uncertain:
            header = table.headers.name(field)
            if header in said:
                continue
            usual = field_label(field)
            text = _("What does the column “{header}” hold? (- leaves it out)").format(
                header=header
            )
            [answer] = answers(
                call,
                [Question("--map", text, None, optional=True, default=usual, check=check)],
                asking=True,
            )
            said[header] = _field_called(answer, wanted)
    return said


def import_file(
    call: Call,
    file: str,
    wanted: Collection[str],
    work: Work,
    terms: Terms,
    *,
    needed: Needed = (),
) -> None:
    """Open a file and import it: `open_table`, then `take`.

    Raises:
        FileError: as for both.
        UsageError: as for both.
        RuleError: as for `take`.
        KeyboardInterrupt: as for `take`.
    """
    take(call, open_table(call, file, wanted, terms, needed=needed), work, terms)


def take(call: Call, tables: Tables, work: Work, terms: Terms) -> None:
    """Import a file: ask where it comes from, show what will happen, ask, do it, report.

    What would change three records or more is rehearsed first, shown, and asked about. Nothing is
    kept locked while she thinks.

    Args:
        call: the command.
        tables: the file.
        work: what writes its rows.
        terms: on what terms.

    Raises:
        FileError: rows were refused; the others are in, unless `terms.strict`.
        UsageError: something must be said that nobody can be asked for.
        RuleError: between showing and doing, another window changed what would happen.
        KeyboardInterrupt: she does not agree.
    """
    from jinlin.output.importing.report import report

    terms = _asked_for_origin(call, terms, tables)
    work = _as_remainder(tables, work)
    expected = None if call.yes or call.dry_run else _rehearsed(call, tables, work, terms)
    if (expected.added + expected.changed if expected else tables.count) > MANY_ROWS:
        from jinlin.store.backup.backup import safeguard

        safeguard(call)
    with writing(call, money=terms.money) as tx, progress(call, tables.count) as bar:
        outcome = work(tx, bar.over(tables.rows()), origin=terms.origin)
        if terms.strict:
            _refuse_any(outcome)
        if expected is not None and outcome.counts != expected.counts:
            raise RuleError(
                _("Another window changed the database meanwhile; nothing was imported."),
                hint=_("Type the command again."),
            )
        if tx.changed and terms.register is not None:
            record_origin(tx, _origin(terms.register, tables, outcome, terms))
    report(call, tables, outcome)


def _as_remainder(tables: Tables, work: Work) -> Work:
    """Return the work as it is done with a reject file.

    Its rows that still contradict others are refused again, and what it does not name is not
    missing: it is the rest of another file.
    """
    from jinlin.output.importing.rejects import is_reject_file, unmended

    if not is_reject_file(tables):
        return work
    refused = unmended(tables)

    def mended(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
        taken = (row for row in rows if (row.sheet, row.number) not in refused)
        outcome = work(tx, taken, origin=origin)
        again = _(
            "Rows that contradict another one and were not mended, refused again: {count}."
            " If such a row is right as it is, empty its cell with the reason."
        ).format(count=len(refused))
        return outcome._replace(
            missing=0,
            rejected=(*outcome.rejected, *refused.values()),
            notes=(*outcome.notes, again) if refused else outcome.notes,
            details=outcome.details._replace(missing=()),
        )

    return mended


def _rehearsed(call: Call, tables: Tables, work: Work, terms: Terms) -> Outcome | None:
    """Rehearse, show what would happen, and ask when it is much.

    Returns:
        What would come of it; None when the operation was carried out before.
    """
    try:
        with (
            rehearsing(call) as tx,
            progress(call, tables.count) as bar,
        ):
            outcome = work(tx, bar.over(tables.rows()), origin=terms.origin)
            if terms.strict:
                _refuse_any(outcome)
    except AlreadyDone:
        return None
    if outcome.added + outcome.changed >= ASKED_FROM:
        if call.environment.interactive:
            for line in preview(outcome):
                call.environment.tell(line)
        confirm(
            call,
            _("This adds {added} records and changes {changed}.").format(
                added=outcome.added, changed=outcome.changed
            ),
        )
    return outcome


def _asked_for_origin(call: Call, terms: Terms, tables: Tables) -> Terms:
    """Ask where the file comes from and on what basis it may be used.

    With `--yes`, and in a rehearsal, both may stay unstated; of a form of ours both are known.

    Raises:
        UsageError: nobody can be asked.
    """
    if FORM in tables.headers.columns:
        own = _("our own form, filled in")
        return terms._replace(source=terms.source or own, basis=terms.basis or own)
    if call.yes or call.dry_run or terms.register is None:
        return terms
    source, basis = answers(
        call,
        [
            Question(
                "--source",
                _("Where the file comes from"),
                terms.source,
                choices=(_("the owners themselves"), _("the community"), _("the property company")),
            ),
            Question(
                "--basis",
                _("On what basis it may be used"),
                terms.basis,
                choices=(_("the persons' consent"), _("the branch's own register"), _("a law")),
            ),
        ],
    )
    return terms._replace(source=source, basis=basis)


def _origin(register: str, tables: Tables, outcome: Outcome, terms: Terms) -> Origin:
    return Origin(
        register=register,
        file=tables.path.name,
        digest=tables.digest,
        source=terms.source or None,
        basis=terms.basis or None,
        purpose=terms.purpose,
        rows=outcome.added + outcome.changed,
    )


def _refuse_any(outcome: Outcome) -> None:
    """Refuse the whole import when a row was refused; for `--strict`.

    Raises:
        FileError: it lists the rows.
    """
    if outcome.rejected:
        raise FileError(
            _("{count} rows cannot be taken, so none was (--strict).").format(
                count=len(outcome.rejected)
            ),
            hint=_("Mend them, or leave --strict away to take the others."),
            rows=outcome.problems,
        )
