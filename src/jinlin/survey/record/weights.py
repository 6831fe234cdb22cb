"""Weights that put ratings and records of a body into one figure, where somebody set them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact, listed
from jinlin.core.word import Word
from jinlin.output.contribution.evidence import EvidenceKind

WEIGHTS: Final = N_("evaluation_weights")
"""The setting that holds them, as they were typed; without it nothing is put together."""
_WHOLE: Final = 100
_SOURCES: Final = frozenset({"来源", "依据", "source"})


class Weighed(Word, refusal=N_("“{text}” is nothing that is weighed.")):
    """What a weight is of: the rating itself, or what records say."""

    RATING = "rating", N_("rating by papers"), "评议", "满意率", "票评"
    ON_TIME = EvidenceKind.ON_TIME.value, EvidenceKind.ON_TIME.msgid, "按时办结", "按时"
    SATISFIED = EvidenceKind.SATISFIED.value, EvidenceKind.SATISFIED.msgid, "办结满意", "满意"
    REPEATED = EvidenceKind.REPEATED.value, EvidenceKind.REPEATED.msgid, "不重复", "重复"
    DISCLOSED = EvidenceKind.DISCLOSED.value, EvidenceKind.DISCLOSED.msgid, "按时公开", "公开"
    PROMISES = EvidenceKind.PROMISES.value, EvidenceKind.PROMISES.msgid, "承诺兑现", "兑现"


class Weights(NamedTuple):
    """How much each counts, in hundredths that add up to the whole, and who says so."""

    shares: Mapping[Weighed, int]
    source: str

    def composite(self, rates: Mapping[str, Fraction | None]) -> Fraction | None:
        """Return the one figure of a body; None where one that counts is missing or too small.

        Args:
            rates: by the stored word of what is weighed; of repeats the fewer the better.
        """
        total = Fraction(0)
        for of, weight in self.shares.items():
            rate = rates.get(of.value)
            if rate is None:
                return None
            total += (1 - rate if of is Weighed.REPEATED else rate) * weight / _WHOLE
        return total

    @property
    def words(self) -> str:
        """The weights in words."""
        return _(", ").join(f"{of.label} {weight}%" for of, weight in self.shares.items())


def parse_weights(text: str) -> Weights:
    """Read weights: `评议=60,按时办结=40,来源=街道2026年办法`.

    Raises:
        UsageError: a word is unknown or no whole number, they do not add up, or nobody says where
            they come from.
    """
    shares: dict[Weighed, int] = {}
    source = ""
    for part in listed(clean(text), also=";；"):
        name, _sign, value = part.replace("＝", "=").partition("=")
        if compact(name) in _SOURCES:
            source = value.strip()
            continue
        said = compact(value).removesuffix("%")
        if not said.isdecimal():
            raise _refused(text)
        shares[Weighed.read(name)] = int(said)
    if sum(shares.values()) != _WHOLE or not source:
        raise _refused(text)
    return Weights(shares, source)


def _refused(text: str) -> UsageError:
    return UsageError(
        _("“{text}”: weights are whole numbers that add up to 100, with their source.").format(
            text=text
        ),
        hint=_("Like 评议=60,按时办结=40,来源=街道2026年办法"),
    )
