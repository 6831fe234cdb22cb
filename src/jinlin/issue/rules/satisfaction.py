"""Satisfaction (满意率) of residents, and the quality check of what was closed."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.word import Word


class Satisfaction(Word, refusal=N_("“{text}” is no satisfaction.")):
    """What the resident says about the result; scores from 5 to 1 are read as the three words."""

    SATISFIED = "satisfied", N_("satisfied"), "非常满意", "很满意", "5", "4"
    BASICALLY_SATISFIED = "basically_satisfied", N_("basically satisfied"), "一般", "3"
    NOT_SATISFIED = "not_satisfied", N_("not satisfied"), "很不满意", "2", "1"


GOOD: Final = frozenset({Satisfaction.SATISFIED, Satisfaction.BASICALLY_SATISFIED})
"""What counts as satisfied in a rate of satisfaction (满意率)."""


class Quality(Word):
    """What the branch's own check of the result found."""

    PASSED = "passed", N_("passed")
    FAILED = "failed", N_("failed")
