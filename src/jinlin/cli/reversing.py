"""What undo and redo share: find the entry, show it, ask where it is large, put the rows back."""

from __future__ import annotations

from collections.abc import Callable

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.output.asking import confirm
from jinlin.output.show import done
from jinlin.store.command import writing
from jinlin.store.tx import Reader
from jinlin.store.undo import Entry, reverse

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
