"""What the imports of the three papers share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from jinlin.core.call import Call
from jinlin.elevator.project.projects import Project, project
from jinlin.exchange.table.rows import Row
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.take import Terms, import_file
from jinlin.store.transaction.tx import Tx


def import_paper(
    call: Call,
    file: str,
    number: str | None,
    wanted: Sequence[str],
    work: Callable[[Tx, Project, Iterable[Row]], Outcome],
    terms: Terms,
) -> None:
    """Take a filled sheet over: the doors of one project, on one of its papers.

    Args:
        call: the command.
        file: the sheet.
        number: the project; None where only one goes on.
        wanted: the fields that are taken.
        work: what writes its rows.
        terms: on what terms.

    Raises:
        FileError: it cannot be read, or rows were refused; the others are in.
        NotFoundError: there is no such project.
    """
    needed = (("address", "room"), ("signed_on",) if "answer" not in wanted else ("answer",))

    def into_project(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
        del origin
        return work(tx, project(tx, number), rows)

    import_file(call, file, wanted, into_project, terms, needed=needed)
