"""What must hold of answers to questionnaires; `db check` asks."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.check.checks import Rule

RULES: Final = (
    Rule(
        "survey_anonymity",
        N_("anonymity of surveys"),
        N_("a door bears answers in an anonymous survey: {names}"),
        "SELECT DISTINCT 'W' || s.number FROM survey AS s JOIN survey_paper AS p"
        " ON p.survey_id = s.id WHERE s.per = 'anonymous' AND p.answers IS NOT NULL"
        " ORDER BY s.number",
    ),
    Rule(
        "survey_answers",
        N_("answers to surveys"),
        N_("a paper bears answers though nobody answered, or outside its survey: {names}"),
        "SELECT DISTINCT 'W' || s.number FROM survey AS s JOIN survey_paper AS p"
        " ON p.survey_id = s.id WHERE (p.answers IS NOT NULL AND p.state <> 'answered')"
        " OR p.round > s.round ORDER BY s.number",
    ),
)
