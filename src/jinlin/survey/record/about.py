"""How many answered what was asked about a record of a higher room."""

from __future__ import annotations

from typing import Final

from jinlin.core.reference import Reference
from jinlin.store.transaction.tx import Reader

_ABOUT: Final = """
    WITH mine AS (SELECT id FROM survey WHERE removed_at IS NULL
        AND ((about_kind = ?1 AND about_number = ?2) OR ('survey' = ?3 AND 'W' || number = ?4)))
    SELECT (SELECT count(*) FROM survey_paper WHERE survey_id IN mine AND state = 'answered'
            AND removed_at IS NULL)
         + (SELECT count(*) FROM survey_slip WHERE survey_id IN mine)"""


def answers_about(reader: Reader, subject: Reference, origin: Reference | None) -> int:
    """Return how many papers came back in the questionnaires about something.

    Args:
        reader: the database.
        subject: what they are about.
        origin: what it comes from, which may be a questionnaire itself.
    """
    return int(reader.value(_ABOUT, (*subject, *(origin or (None, None)))))
