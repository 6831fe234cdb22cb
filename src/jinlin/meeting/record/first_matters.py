"""What a branch deliberates first beside the matters of the law: its own lines (议事清单)."""

from __future__ import annotations

from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.meeting.rules.owners_matters import matter_in, title_words
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, field
from jinlin.output.register.rules import Draft, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader


class FirstMatter(RegisterRow, table="first_matter"):
    """A matter of the branch's own; words as somebody wrote them, one after the other."""

    name: str = field(
        NAME, N_("Matter"), N_("Such as 绿化调整; a title with it is deliberated first."),
        word=True, asked=N_("Which matter"),
    )  # fmt: skip
    words: str | None = field(
        TEXT, N_("Words in a title"), N_("Further words that mark a title: 绿化、花坛."),
        names=("--words", "--标题词"),
    )  # fmt: skip
    source: str | None = field(TEXT, N_("Basis"), N_("Where it is written: 议事规则第12条."))

    def marks(self, title: str) -> bool:
        """Return whether a title is about it."""
        said = compact(title)
        return any(word in said for word in title_words(self.name, self.words))


def _check(draft: Draft) -> None:
    """Refuse what is deliberated first without a line.

    Raises:
        RuleError: every word of it tells a matter of the law.
    """
    name = draft.values["name"]
    found = [matter_in(word) for word in title_words(name, draft.values["words"])]
    if all(found):
        raise RuleError(
            _("“{name}” is deliberated first already: {matter}.").format(
                name=name, matter=found[0].name if found[0] else name
            ),
            hint=_("See: jinlin meeting first"),
        )


FIRST_MATTERS: Final = Register(
    FirstMatter,
    RegisterWords(
        N_("matter deliberated first"), N_("Own matters deliberated first"), "first_matters",
        "meeting first", "绿化调整",
    ),
    rules=Rules(check=_check),
)  # fmt: skip


def marks_first(reader: Reader, title: str) -> bool:
    """Return whether a title is about what a branch deliberates first, by the law or by itself."""
    return matter_in(title) is not None or any(
        one.marks(title) for one in FIRST_MATTERS.rows(reader)
    )
