"""Major matters of the complex's own, besides those of the list: name, words, steps, source."""

from __future__ import annotations

from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.text import listed
from jinlin.meeting.chain.steps import STEPS, ChainStep, MajorMatter
from jinlin.meeting.rules.owners_matters import Confidence, title_words
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, field
from jinlin.output.register.rules import Draft, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader


class OwnMajorMatter(RegisterRow, table="major_matter"):
    """A line of the complex's own; words and steps one after the other."""

    name: str = field(
        NAME, N_("Major matter"), N_("Such as 绿化调整; an item with it in its title is one."),
        word=True, asked=N_("Which matter"),
    )  # fmt: skip
    words: str | None = field(
        TEXT, N_("Words in a title"), N_("Further words that mark a title: 绿化、花坛."),
        names=("--words", "--标题词"),
    )  # fmt: skip
    steps: str = field(
        TEXT, N_("Steps due"), N_("Of 先议、议事、表决、决定公开、结果公开、评议."),
        names=("--steps", "--环节"), asked=N_("Which steps are due, such as 议事、结果公开"),
    )  # fmt: skip
    source: str | None = field(TEXT, N_("Basis"), N_("Where it is written: 议事规则第12条."))

    @property
    def matter(self) -> MajorMatter:
        """The line as one of the list."""
        return MajorMatter(
            code=self.name,
            names={"zh": self.name},
            matters=(),
            words=title_words(self.name, self.words),
            works=(),
            steps=tuple(ChainStep.read(one) for one in listed(self.steps)),
            evaluates="",
            source=self.source or "",
            confidence=Confidence.OWN,
        )


def _check(draft: Draft) -> None:
    """Put the steps in their order.

    Raises:
        UsageError: one is none, or there are none.
    """
    said = {ChainStep.read(one) for one in listed(draft.values["steps"] or "")}
    if not said:
        raise UsageError(
            _("No step is due."),
            hint=_("Such as: {option} 议事、结果公开").format(option=as_typed("--steps")),
        )
    draft.values["steps"] = _(", ").join(one.label for one in STEPS if one in said)


OWN_MATTERS: Final = Register(
    OwnMajorMatter,
    RegisterWords(
        N_("major matter"), N_("Own major matters"), "major_matters", "meeting major",
        "绿化调整 --steps 议事、结果公开",
    ),
    rules=Rules(check=_check),
)  # fmt: skip


def own_matters(reader: Reader) -> tuple[MajorMatter, ...]:
    """Return the complex's own major matters."""
    return tuple(one.matter for one in OWN_MATTERS.rows(reader))
