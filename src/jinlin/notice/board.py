"""The list of small powers as it hangs: who decides what, by which steps, what is public when."""

from __future__ import annotations

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.notice.small_powers import POWERS, Power
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.store.transaction.tx import Reader


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the list, or the lines whose matter holds a word.

    Raises:
        RuleError: there is no such line.
    """
    lines = [one for one in POWERS.rows(reader) if not which or which in one.matter]
    if not lines:
        raise RuleError(
            _("The list of small powers has no such line."), hint=_("See: jinlin notice powers")
        )
    headings = tuple(_(one.label) for one in Power.fields)
    rows = [tuple(getattr(line, one.key) or "" for one in Power.fields) for line in lines]
    return Drawn(
        matter="small_powers",
        title=_("the list of small powers"),
        body="\n".join(sheet_rows(headings, *rows)),
        audience=_("all residents"),
    )
