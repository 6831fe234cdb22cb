"""What undo and redo share: find the entries, show them, ask where much changes, put rows back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from jinlin.cli.history.both_values import both_values
from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.output.asking import agreed, confirm, overtaken
from jinlin.output.command.kind import Number
from jinlin.output.delivery.show import done
from jinlin.store.command.command import rehearsing, writing
from jinlin.store.history.undo import Entry, reverse
from jinlin.store.transaction.steps import step_of, steps_done
from jinlin.store.transaction.tx import Reader, Tx

MANY_ROWS = 30

STEPS: Final = Number(low=1, high=99)
"""How many commands are taken back, or done again, at once."""


def reverse_latest(call: Call, *, kind: str, find: Callable[[Reader], Entry]) -> None:
    """Take back the entry that is found, in one transaction.

    Where it asks, it asks before that transaction: other windows must not wait for the answer.

    Raises:
        RuleError: there is none, or later work depends on it.
    """
    with writing(call, kind=kind) as tx:  # a repetition is answered here
        entry = find(tx)
        many = bool(entry.past) or entry.rows >= MANY_ROWS
        asking = many or call.environment.window is not None
        values = both_values(tx, entry.seq)
        said = "" if asking else reverse(tx, entry).text()
    if asking:
        _ask(call, entry, kind=kind)
        with writing(call, kind=kind) as tx:
            said = _reverse_if(tx, entry, find(tx))
    changes = [{"field": v.key, "before": v.before, "after": v.after} for v in values]
    data = {"subject": entry.subject, "did": said, "changes": changes}
    done(call, said, number=entry.subject, data=data)
    for one in values:
        call.tell(f"  {one.line}")


def _ask(call: Call, entry: Entry, *, kind: str) -> None:
    """Ask before much is changed, or what came after an erasure is undone.

    Raises:
        RuleError: it cannot be taken back.
        KeyboardInterrupt: she does not agree.
    """
    window = call.environment.window
    if entry.past or window is not None:
        with rehearsing(call, kind=kind) as tx:  # what cannot be undone is not offered
            reverse(tx, entry)
    if entry.past:
        confirm(
            call,
            _("What was forgotten stays forgotten; this goes back before it: {what}.").format(
                what=entry.reverse.text()
            ),
        )
    if entry.rows >= MANY_ROWS:
        confirm(
            call,
            _("This changes {count} rows: {what}.").format(
                count=entry.rows, what=entry.reverse.text()
            ),
        )
    elif window is not None and not entry.past:
        call.tell(_to_come(kind).format(what=entry.reverse.text()))
        agreed(call, _("Enter goes on, cancel leaves it: "))


def _to_come(kind: str) -> str:
    return _("To be undone: {what}") if kind == "undo" else _("To be done again: {what}")


def reverse_several(
    call: Call,
    *,
    kind: str,
    plan: Callable[[Reader, int], Sequence[Entry]],
    find: Callable[[Reader], Entry],
) -> None:
    """Take back several entries, the latest first, after showing them; each is an entry again.

    Repeating the operation after it was stopped does the steps that are left.

    Args:
        call: the command.
        kind: `undo` or `redo`.
        plan: returns the entries, given how many of them were dealt with before.
        find: returns the next one, to see whether another window was faster.

    Raises:
        RuleError: there are not so many, later work depends on one of them, or one was done again
            under this operation before it was stopped; then nothing is changed.
    """
    with rehearsing(call, kind=kind) as tx:  # a repetition is answered here
        before = steps_done(tx, call)
        entries = plan(tx, before)
        _rehearse(tx, entries)
    undoing = kind == "undo"
    _offer(call, entries, kind)
    did = []
    for step, entry in enumerate(entries, start=before + 1):
        if call.dry_run:
            did.append(entry.reverse.text())
            continue
        with writing(_named(call, step, last=entry is entries[-1]), kind=kind) as tx:
            did.append(_reverse_if(tx, entry, find(tx)))
    done(
        call,
        (
            _("Undone: {count} commands. Each can be done again: jinlin redo")
            if undoing
            else _("Done again: {count} commands.")
        ).format(count=len(entries)),
        data={"count": len(entries), "did": did},
    )


def _offer(call: Call, entries: Sequence[Entry], kind: str) -> None:
    """Show what is about to be taken back, and ask.

    Raises:
        KeyboardInterrupt: she does not agree.
    """
    for entry in entries:
        call.tell(_to_come(kind).format(what=entry.reverse.text()))
    count = (
        _("Commands to be undone: {count}.")
        if kind == "undo"
        else _("Commands to be done again: {count}.")
    )
    confirm(call, count.format(count=len(entries)))


def _rehearse(tx: Tx, entries: Sequence[Entry]) -> None:
    """Take back all entries in a transaction that is not kept, before any is offered.

    Raises:
        RuleError: one of them cannot be taken back.
    """
    for entry in entries:
        try:
            reverse(tx, entry)
        except RuleError as error:
            raise RuleError(
                error.message,
                hint=_("Nothing was changed. Go back fewer steps: up to that command."),
                detail=error.detail,
            ) from error


def _named(call: Call, step: int, *, last: bool) -> Call:
    """Return the call of one step: the last one bears the operation's own id."""
    if call.operation is None or last:
        return call
    return call._replace(operation=step_of(call.operation, step))


def _reverse_if(tx: Tx, entry: Entry, found: Entry) -> str:
    """Reverse an entry while it is still the next one, and return what was done.

    Raises:
        RuleError: it is not.
    """
    if found.seq != entry.seq:
        raise overtaken()
    return reverse(tx, entry).text()
