"""The list of small powers (小微权力清单): who decides what, by which steps, what hangs when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.core.columns import Personal
from jinlin.core.i18n import N_, Message
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, SheetCell, field
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader, Tx


class Power(RegisterRow, table="power"):
    """One line of the list; the texts are Chinese, as it hangs on the branch's board."""

    matter: str = field(
        NAME, N_("Matter"), N_("What is decided: 启动经费支出."),
        word=True, asked=N_("Which matter"), sheet=SheetCell("power"),
    )  # fmt: skip
    decides: str = field(
        NAME, N_("Who decides"), N_("Such as 支委会, 业主."),
        names=("--decides", "--谁定"), asked=N_("Who decides it"), personal=Personal.TEXT,
        sheet=SheetCell("decides"),
    )  # fmt: skip
    steps: str | None = field(
        TEXT, N_("By which steps"), N_("Such as 两人经办，书记审批."),
        names=("--steps", "--程序"), personal=Personal.TEXT, sheet=SheetCell("steps"),
    )  # fmt: skip
    shown: str | None = field(
        TEXT, N_("What is public"), N_("Such as 逐笔, 只公开件数."),
        names=("--shown", "--公开内容"), json="public", sheet=SheetCell("shown"),
    )  # fmt: skip
    shown_when: str | None = field(
        TEXT, N_("Made public when"), N_("When it is made public: 每季."),
        names=("--when", "--公开时间"), json="when", sheet=SheetCell("shown_when"),
    )  # fmt: skip
    source: str | None = field(
        TEXT, N_("Basis"), N_("Where the line is written: 街道清单第12项."),
        personal=Personal.TEXT, sheet=SheetCell("basis"),
    )  # fmt: skip


POWERS: Final = Register(
    Power,
    RegisterWords(
        N_("small power"), N_("List of small powers"), "powers", "notice powers",
        "场地出租 --谁定 业主",
    ),
    known_by="matter",
)  # fmt: skip


def powers_over(reader: Reader, words: Iterable[str]) -> Iterator[Power]:
    """Yield the lines whose matter holds one of some words, such as 启动经费.

    Args:
        reader: the database.
        words: what it is called.
    """
    said = tuple(words)
    return (one for one in POWERS.rows(reader) if any(word in one.matter for word in said))


def last_changed(reader: Reader) -> date | None:
    """Return the day on which the list was last changed; None while it is as it was shipped."""
    at = reader.value(
        "SELECT max(e.at) FROM row_change AS c JOIN entry AS e ON e.seq = c.entry"
        " WHERE c.table_name = 'power'"
    )
    return reader.clock.local(at).date() if at else None


def take_out(tx: Tx, lines: Sequence[Power]) -> None:
    """Take lines out of the list in one step; undo brings all of them back.

    Args:
        tx: the transaction.
        lines: at least two.
    """
    for line in lines:
        POWERS.remove(tx, line)
    names = {"count": str(len(lines)), "first": lines[0].matter}
    tx.describe(
        Message(N_("{count} small powers ({first} and others) were taken out"), names),
        reverse=Message(N_("put {count} small powers ({first} and others) back"), names),
    )
