"""`jinlin issue add -` and `jinlin issue import -`: one issue a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jinlin.core.call import Call
from jinlin.core.errors import FileError
from jinlin.core.files.reading import piped_text
from jinlin.core.i18n import _
from jinlin.issue.intake.advice import guess_told
from jinlin.issue.notebook.importing import DuplicateRow, Imported
from jinlin.issue.notebook.notebook_rows import NotebookRow
from jinlin.issue.notebook.typed_lines import record_lines
from jinlin.issue.record.categories import Category, categories
from jinlin.issue.record.guesses import dangerous_category
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.danger import Danger
from jinlin.issue.rules.numbers import issue_label
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def record_typed(call: Call, channel: Channel | None, *, strict: bool = False) -> None:
    """Record what is typed, one issue a line, until the input ends.

    Args:
        call: the command.
        channel: how all of them came in.
        strict: record none where one line cannot be taken.

    Raises:
        FileError: lines were refused; the others are in, unless it is strict.
    """
    lines = _lines(call)
    with writing(call) as tx:
        known = tx.once(categories)
        imported = record_lines(tx, lines, channel=channel or Channel.OTHER)
        problems = tuple(refused.problem for refused in imported.outcome.rejected)
        if strict and problems:
            raise FileError(
                _("{count} lines cannot be taken, so none was (--strict).").format(
                    count=len(problems)
                ),
                hint=_("Mend them, or leave --strict away to take the others."),
                rows=problems,
            )
    added = [
        (issue_label(*number), issue)
        for number, issue in zip(imported.numbers, imported.added, strict=True)
    ]
    _answer(call, imported, added)
    _tell_copies(call, imported.copies)
    _tell_danger(call, known, added)
    _tell_private(call, added)
    _tell_unsorted(call, added)
    if problems:
        raise FileError(
            _("{count} lines were refused; the others are in.").format(count=len(problems)),
            hint=_("Type those again, mended."),
            rows=problems,
        )


def _lines(call: Call) -> list[str]:
    """Return what is typed or piped; on a terminal, up to an empty line."""
    asked = call.environment.interactive
    if asked:
        call.tell(
            _(
                "One issue a line, such as: 路灯不亮 #公共照明 @3号楼2单元 !紧急 — the end: "
                "an empty line."
            ),
        )
    return list(piped_text(call.environment.stdin, to_empty_line=asked))


def _answer(call: Call, imported: Imported, added: Sequence[tuple[str, NotebookRow]]) -> None:
    """Say what was recorded, a line each, and how many lines were not."""
    outcome = imported.outcome
    said = [_line(label, issue) for label, issue in added]
    counted = _("Recorded: {added}; there already: {unchanged}; refused: {refused}.").format(
        added=outcome.added, unchanged=outcome.unchanged, refused=len(outcome.rejected)
    )
    problems = [refused.problem for refused in outcome.rejected]
    done(
        call,
        "\n".join([*said, counted]),
        number="\n".join(label for label, _issue in added),
        data={
            "added": outcome.added,
            "unchanged": outcome.unchanged,
            "numbers": [label for label, _issue in added],
            "guessed": [
                {"number": label, "category": issue.category.name}
                for label, issue in added
                if issue.guess is not None
            ],
            "copies": [
                {"row": copy.row, "of": copy.number or copy.other} for copy in imported.copies
            ],
            "rejected": [{"row": p.row, "reason": p.reason} for p in problems],
        },
    )


def _line(label: str, issue: NotebookRow) -> str:
    """Return what was recorded of a line, and whether its category comes from its words."""
    text = (
        _("{number} {title} → {category}")
        if issue.guess is None or issue.category.unsorted
        else _("{number} {title} → {category} (by its words)")
    )
    return text.format(number=label, title=issue.title, category=issue.category.label)


def _tell_unsorted(call: Call, added: Iterable[tuple[str, NotebookRow]]) -> None:
    """Say of each line that nobody has sorted how that is done."""
    for label, issue in added:
        if issue.guess is not None and issue.category.unsorted:
            call.tell(guess_told(label, issue.guess))


def _tell_copies(call: Call, copies: Iterable[DuplicateRow]) -> None:
    """Say which line was not recorded, and what says the same already."""
    for copy in copies:
        said = (
            _("Line {row} was not recorded: {number} says the same of that day.")
            if copy.number
            else _("Line {row} was not recorded: it is the same as line {other}.")
        )
        call.tell(said.format(row=copy.row, number=copy.number, other=copy.other))


def _tell_danger(
    call: Call, known: Sequence[Category], added: Iterable[tuple[str, NotebookRow]]
) -> None:
    """Say what must be done at once, for each line that tells of harm or danger."""
    for label, issue in added:
        better = dangerous_category(known, issue.category, issue.title)
        category = better or issue.category
        if category.code in set(Danger):
            call.tell(
                _("{number} sounds like {category}. First of all: {advice}").format(
                    number=label, category=category.label, advice=category.advice
                ),
            )
        if better is not None:
            call.tell(
                _("If so: jinlin issue edit {number} --category {category}").format(
                    number=label, category=category.word
                ),
            )


def _tell_private(call: Call, added: Iterable[tuple[str, NotebookRow]]) -> None:
    """Say of which lines the category makes issues private."""
    labels = [label for label, issue in added if issue.category.makes_private]
    if labels:
        call.tell(
            _("Private by their category, and so on no board: {numbers}").format(
                numbers=_(", ").join(labels)
            ),
        )
