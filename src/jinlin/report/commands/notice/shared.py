"""What of a question, an objection or an answer nobody will read in public."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.report.board.guard import Guard, hidden_told
from jinlin.store.transaction.tx import Reader


def hidden_in(reader: Reader, text: str) -> Sequence[str]:
    """Return what to say of what everybody may read of a text; nothing where nothing is hidden."""
    guard = Guard(reader)
    shown = guard.text(text)
    told = hidden_told(guard.hidden)
    if not told:
        return ()
    said = (
        _("Hidden in public: {what}.").format(what=told),
        _("Everybody reads: {text}").format(text=" ".join(shown.split())),
    )
    return (*said, guard.likely_told) if guard.likely_told else said


def tell_hidden(call: Call, hidden: Sequence[str]) -> None:
    """Say it beside the result."""
    for line in hidden:
        call.tell(line)
