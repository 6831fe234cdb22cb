"""What a questionnaire asked, as it may hang."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.output.listing.discretion import Redaction
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.questions import SurveyQuestion


def as_hung(
    reader: Reader, survey: Survey, asked: Sequence[SurveyQuestion]
) -> tuple[Survey, tuple[SurveyQuestion, ...]]:
    """Return a questionnaire and its questions under words that name no resident."""
    title, *texts = discreet_texts(
        reader, [survey.title, *(one.text for one in asked)], form=Redaction.PUBLIC
    )
    return (
        survey._replace(title=title),
        tuple(one._replace(text=text) for one, text in zip(asked, texts, strict=True)),
    )
