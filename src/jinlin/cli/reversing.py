"""What undo and redo share: find the entry, show it, ask where it is large, put the rows back."""

from __future__ import annotations

from collections.abc import Callable

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.output.asking import confirm
from jinlin.output.show import done, tell
from jinlin.store.command import writing
from jinlin.store.tx import Reader
from jinlin.store.undo import Entry, reverse, steps_to_undo, to_undo

MANY_ROWS = 30


def reverse_latest(call: Call, *, kind: str, find: Callable[[Reader], Entry]) -> None:
    """Take back the entry that is found, in one transaction.

    Where it asks, it asks before that transaction: other windows must not wait for the answer.

    Raises:
        RuleError: there is none, or later work depends on it.
    """
    with writing(call, kind=kind) as tx:  # a repeated operation is answered here
        entry = find(tx)
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
    with writing(call, kind=kind) as tx:
        if find(tx).seq != entry.seq:
            raise RuleError(
                _("Another window has done something in the meantime."),
                hint=_("See: jinlin log"),
            )
        said = reverse(tx, entry)
    done(
        call, said.text(), number=entry.subject, data={"subject": entry.subject, "did": said.text()}
    )


def reverse_several(call: Call, steps: int) -> None:
    """Take back so many commands, the latest first, after showing them; each is an entry.

    Raises:
        RuleError: there are not so many, or later work depends on one of them; those before it
            are taken back then, as the log says.
    """
    with writing(call, kind="undo") as tx:  # a repeated operation is answered here
        entries = steps_to_undo(tx, steps)
    for entry in entries:
        tell(call, _("To be undone: {what}").format(what=entry.reverse.text()))
    confirm(call, _("Commands to be undone: {count}.").format(count=steps))
    undone = []
    for left, entry in zip(range(steps - 1, -1, -1), entries, strict=True):
        if call.dry_run:
            undone.append(entry.reverse.text())
            continue
        with writing(call if not left else call._replace(operation=None), kind="undo") as tx:
            if to_undo(tx).seq != entry.seq:
                raise RuleError(
                    _("Another window has done something in the meantime."),
                    hint=_("See: jinlin log"),
                )
            undone.append(reverse(tx, entry).text())
    done(
        call,
        _("Undone: {count} commands. Each can be done again: jinlin redo").format(count=steps),
        data={"count": steps, "did": undone},
    )
