"""What an import says at its end, on the screen and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinlin.core.call import Call
from jinlin.core.errors import FileError
from jinlin.core.i18n import _
from jinlin.exchange.table.book import Tables
from jinlin.exchange.table.fields import FORM
from jinlin.output.delivery.show import done, forget_days
from jinlin.output.importing.outcome import Change, Outcome
from jinlin.output.importing.rejects import give_back, is_reject_file
from jinlin.output.importing.report_words import SHOWN, few, preview


def report(call: Call, tables: Tables, outcome: Outcome) -> None:
    """Say what came of an import, and give the refused rows back in a file of their own.

    Raises:
        FileError: some rows were refused; the others are in.
    """
    reject_file, where = None, ""
    if outcome.rejected and not call.dry_run:
        try:
            reject_file = give_back(call, tables, outcome)
            where = _("They are in {path}: mend them there and import that file.").format(
                path=reject_file
            )
        except FileError as error:  # the other rows are in all the same, and she must know it
            way_out = _(
                "Refused rows are written beside the imported file: import it again once that is"
                " possible, or copy it into a folder of your own and import it there."
            )
            where = f"{error.message} {error.hint} {way_out}"
    counts = _("Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.")
    text = counts.format(
        added=outcome.added,
        changed=outcome.changed,
        unchanged=outcome.unchanged,
        refused=len(outcome.rejected),
    )
    if not (outcome.added or outcome.changed):
        forget_days(call)
    if call.json:
        done(call, text, data=_as_json(call, outcome, reject_file))
    elif call.dry_run:
        rehearsed = outcome._replace(rejected=(), notes=())
        done(call, "\n".join([*preview(rehearsed, SHOWN), text]))
    else:
        done(call, text)
    _tell_more(call, tables, outcome)
    if is_reject_file(tables) and not call.dry_run and (reject_file or not outcome.rejected):
        call.tell(_("{path} is no longer needed and can be deleted.").format(path=tables.path))
    if outcome.rejected:
        if len(outcome.problems) > SHOWN:
            where = f"{where} {_('The first {count} faults:').format(count=SHOWN)}".strip()
        raise FileError(
            _("{count} rows were refused; the others are in.").format(count=len(outcome.rejected))
            if not call.dry_run
            else _("{count} rows would be refused.").format(count=len(outcome.rejected)),
            hint=where,
            rows=outcome.problems[:SHOWN],
        )


def _tell_more(call: Call, tables: Tables, outcome: Outcome) -> None:
    for note in outcome.notes:
        call.tell(note)
    done_with = (outcome.added, outcome.changed, outcome.unchanged, outcome.rejected, outcome.notes)
    if not any(done_with):
        call.tell(_("There are no rows below the header of {path}.").format(path=tables.path))
    headers = tables.headers
    notes_of_ours = headers.row + 1 if FORM in headers.columns else 0
    skipped = [one for one in tables.skipped if one.row != notes_of_ours]
    if skipped:
        rows = (f"{s.sheet}!{s.row}" if s.sheet else str(s.row) for s in skipped)
        call.tell(
            _("Rows taken for totals or notes, not for data: {rows}.").format(rows=few(rows)),
        )
    if outcome.missing:
        call.tell(
            _("{count} records are not in this file; they are kept.").format(count=outcome.missing),
        )
        missing = [] if call.json or call.dry_run else list(outcome.details.missing)
        if missing:
            call.tell(few(change.record for change in missing))


def _as_json(call: Call, outcome: Outcome, reject_file: Path | None) -> dict[str, Any]:
    details = outcome.details
    data: dict[str, Any] = {
        "added": outcome.added,
        "changed": outcome.changed,
        "unchanged": outcome.unchanged,
        "missing": outcome.missing,
        "rejected": [problem.as_json() for problem in outcome.problems],
        "reject_file": str(reject_file) if reject_file else None,
        "notes": list(outcome.notes),
    }
    data["changes"] = _changes(details.changed)
    data["missing_records"] = [change.record for change in details.missing]
    if call.dry_run:
        data["additions"] = [change.record for change in details.added]
        data["left_alone"] = [change.record for change in details.unchanged]
    return data


def _changes(changes: Iterable[Change]) -> list[dict[str, str]]:
    return [{"record": change.record, "what": change.what} for change in changes]
