"""Where words are looked for on the board: notices, questions and what was answered."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.searching import Searched, Shown, in_columns

SEARCH: Final = (
    Searched(
        N_("Notice"),
        in_columns(
            "notice AS t",
            Shown(number="'N' || t.number", title="t.title", day="t.posted_on"),
            also=("t.body",),
        ),
    ),
    Searched(
        N_("Question"),
        in_columns(
            "question AS t",
            Shown(number="'Q' || t.number", title="t.text", day="t.asked_on", private="t.private"),
            also=("t.answer", "t.asker"),
        ),
        opened=False,
    ),
)
