"""`jinlin issue import`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.exchange.table.rows import Row
from jinlin.issue.notebook.importing import Imported, import_issues
from jinlin.issue.notebook.notebook_rows import NEEDED, WANTED
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.numbers import issue_label
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kinds import FILE, choice
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.take import Terms, import_file
from jinlin.store.transaction.tx import Tx

TOLD: Final = 20
"""So many rows are told one by one; of more the number."""


def import_(
    call: Call,
    file: Annotated[
        str,
        FILE.argument(
            help=N_(
                "The notebook: xlsx or csv; a row with its number changes that issue;"
                " - for one issue per line."
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
    """Take the notebook, and tell which category was taken from the words."""
    imported = import_issues(tx, rows, origin=origin)
    return imported.outcome._replace(notes=tuple(_guesses_told(imported)))


def _guesses_told(imported: Imported) -> Iterator[str]:
    """Return what its words put under a category, a sentence a row, and what nobody sorted."""
    guessed = [
        (issue_label(*number), issue)
        for number, issue in zip(imported.numbers, imported.added, strict=True)
        if issue.guess is not None
    ]
    for number, issue in guessed[:TOLD]:
        text = (
            _("{number} {title} → {category}")
            if issue.category.unsorted
            else _("{number} {title} → {category} (by its words)")
        )
        yield text.format(number=number, title=issue.title, category=issue.category.label)
    if len(guessed) > TOLD:
        yield _("Category taken from the words, look it over: {count}. See: {command}").format(
            count=len(guessed), command=as_spoken("jinlin issue list")
        )
    if unsorted := [issue for _number, issue in guessed if issue.category.unsorted]:
        yield _("Not sorted yet: {count}. See: {command}").format(
            count=len(unsorted),
            command=as_spoken("jinlin issue list")
            + f" {as_typed('--category')} {unsorted[0].category.word}",
        )
