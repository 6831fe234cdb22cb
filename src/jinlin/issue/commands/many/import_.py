"""`jinlin issue import`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.exchange.table.rows import Row
from jinlin.issue.notebook.importing import import_issues
from jinlin.issue.notebook.notebook_rows import WANTED
from jinlin.issue.rules.channels import Channel
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kinds import FILE, choice
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.take import Terms, import_file
from jinlin.store.transaction.tx import Tx

NEEDED: Final = (("reported_at", "number"), ("title", "number"))


def import_(
    call: Call,
    file: Annotated[
        str,
        FILE.argument(
            help=N_(
                "The notebook: xlsx or csv; a row with its number changes that issue; - for"
                " one issue a line."
            ),
        ),
    ],
    words: ImportWords,
    channel: Annotated[
        Channel | None,
        choice(Channel).option(help=N_("With -: how they came in, such as patrol.")),
    ] = None,
) -> None:
    if file == "-":
        from jinlin.issue.commands.record.typed_lines import record_typed

        record_typed(call, channel, strict=words.strict)
        return
    if channel is not None:
        raise UsageError(
            _("--channel goes with - only."), hint=_("In a file the channel is a column.")
        )
    terms = Terms("issue", *words)
    import_file(call, file, WANTED, _import, terms, needed=NEEDED)


def _import(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
    """Take the notebook, and tell what went under 其他."""
    imported = import_issues(tx, rows, origin=origin)
    notes = []
    if guessed := sum(issue.guessed for issue in imported.added):
        notes.append(
            _("Category taken from the words, look it over: {count}. See: {command}").format(
                count=guessed, command="jinlin issue list"
            )
        )
    if imported.unsorted:
        notes.append(
            _("Without a category, and now under 其他: {count}. See: {command}").format(
                count=imported.unsorted, command="jinlin issue list --category 其他"
            )
        )
    return imported.outcome._replace(notes=tuple(notes))
