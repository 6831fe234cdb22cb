"""The kinds of words that commands about notices take."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.notice.rules.matters import parse_matter
from jinlin.notice.rules.notices import parse_number, parse_period
from jinlin.output.command.kind import WordKind
from jinlin.output.command.typed_words import check_said


class ParagraphsKind(WordKind[str]):
    r"""The kind of a text of several paragraphs; `\n` begins one."""

    def take(self, text: str, what: str) -> str:
        """Read a text.

        Raises:
            UsageError: it is nothing but the beginnings of paragraphs.
        """
        said = clean(text.replace("\\n", "\n"))
        check_said(what, said)
        return said


def _line(text: str) -> str:
    return " ".join(clean(text).split())


NOTICE: Final = WordKind("notice", "N12", parse_number)
MATTER: Final = WordKind("notice matter", N_("MATTER"), parse_matter)
PERIOD: Final = WordKind("period", N_("DAYS"), parse_period)
PARAGRAPHS: Final = ParagraphsKind("text", N_("TEXT"), str)
LINE: Final = WordKind("text", N_("TEXT"), _line)
"""A text that is kept on one line."""
