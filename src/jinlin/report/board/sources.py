"""A notice as records make it: what is to be posted, before she has said the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from types import MappingProxyType
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _, speaking
from jinlin.core.reference import Reference
from jinlin.core.text import compact
from jinlin.issue.privacy.publicity import KeptBack
from jinlin.store.transaction.tx import Reader


class Drawn(NamedTuple):
    """What the records say.

    Attributes:
        matter: which line of the list of what must be public; a code.
        title: without 关于 and the type.
        body: paragraphs, one a line; lines with tabs are a table.
        about: the one record it is about.
        covers: the days whose records it tells of.
        audience: whom it concerns.
        signer: who signs it, with who witnesses it and where to object, as the records have them;
            empty where they have none.
        kept: what of the records stays in the house, by the label of each.
        named: whose names it may show: they act in a post.
    """

    matter: str
    title: str
    body: str
    basis: str = ""
    about: Reference | None = None
    covers: tuple[date, date] | None = None
    audience: str = ""
    signer: str = ""
    witness: str = ""
    contact: str = ""
    kept: Mapping[str, KeptBack] = MappingProxyType({})
    named: tuple[str, ...] = ()


SOURCES: Final[Mapping[str, tuple[str, ...]]] = {
    "issues": ("issues", "issue", "事项", "办理情况"),
    "fund": ("fund", "funds", "经费", "收支"),
    "revenue": ("revenue", "公共收益"),
    "resolutions": ("resolutions", "resolution", "决议", "会议"),
    "elevator": ("elevator", "电梯", "方案"),
    "stewards": ("stewards", "steward", "红管家", "红管家名单", "名单"),
}
"""What a notice is drawn from, and what people type for it."""


def drawn(reader: Reader, source: str, which: str | None) -> Drawn:
    """Return what records say.

    Args:
        reader: the database.
        source: `issues`, `fund`, `revenue`, `resolutions`, `elevator`, `stewards`, in any language.
        which: the month, quarter, meeting, plan or building; None for the latest, or for all.

    Raises:
        NotFoundError: there is no such source, or no such record.
        RuleError: it must not be posted, or there is nothing to tell.
        UsageError: `which` cannot be read.
    """
    said = compact(source)
    for name, words in SOURCES.items():
        if said in words:
            draw: Callable[[Reader, str | None], Drawn] = import_module(
                f"jinlin.report.board.from_{name}"
            ).draw
            return draw(reader, which)
    raise NotFoundError(
        _("A notice cannot be drawn from “{text}”.").format(text=source),
        hint=_("Choose from: {choices}.").format(choices=_(", ").join(map(source_word, SOURCES))),
    )


def source_word(source: str) -> str:
    """Return what to type for a source."""
    if speaking() != "zh":
        return source
    return next(word for word in SOURCES[source] if not word.isascii())


def sheet_rows(*rows: tuple[str, ...]) -> list[str]:
    """Return the lines of a table in a notice's text."""
    return ["\t".join(" ".join(cell.split()) for cell in row) for row in rows]
