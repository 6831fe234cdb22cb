"""`jinlin survey tally`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.core.naming import the_one
from jinlin.member.rules.posts import Body
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import NAME
from jinlin.output.contribution.evidence import EvidenceRecord
from jinlin.output.contribution.rectification import put_right
from jinlin.output.delivery.page import show_pages
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import for_programs, on_paper
from jinlin.store.command.command import reading
from jinlin.survey.commands import shared
from jinlin.survey.pages.ratings import Beside, evidence_listing
from jinlin.survey.pages.tally import tally_record
from jinlin.survey.record.counts import tally
from jinlin.survey.record.evaluated import body_ratings, evaluations
from jinlin.survey.record.evidence import evidence_of
from jinlin.survey.record.hung import as_hung
from jinlin.survey.record.surveys import Survey, find_survey, questions
from jinlin.survey.record.weights import WEIGHTS, parse_weights
from jinlin.survey.sheet_pages import asking_of
from jinlin.survey.tally_page import tally_page


def tally_(
    call: Call,
    number: shared.Number = None,
    round_: shared.Round = None,
    public: Annotated[
        bool, flag("--public", help=N_("As it may hang: no words, nothing that very few said."))
    ] = False,
    body: Annotated[
        str | None,
        NAME.option("--body", help=N_("The records beside the ratings of this body, one by one.")),
    ] = None,
) -> None:
    with reading(call) as reader:
        survey = find_survey(reader, number, closed_too=True)
        asked = questions(reader, survey)
        if public:
            survey, asked = as_hung(reader, survey, asked)
        counted = tally(reader, survey, asked, round_)
        rated = [*body_ratings(reader, survey, counted)]
        righted = put_right(reader, evaluations(reader, survey)) if rated else []
        said = reader.setting(WEIGHTS)
        asking = asking_of(reader, survey, asked)
        evidence = evidence_of(reader, survey, dict.fromkeys(one.body for one in rated))
    if body is not None:
        show(call, evidence_listing(*_of_body(survey, evidence, body)))
        return
    beside = Beside(evidence, righted, parse_weights(said) if said else None)
    programs = for_programs(call)
    told = tally_record(survey, counted, rated, beside, public=public, programs=programs)
    ending = (call.output or "").lower()
    if not (on_paper(call) or ending.endswith(".txt")) or ending.endswith(".xlsx"):
        show(call, told)
        return
    show_pages(
        call,
        [tally_page(call, asking, counted, told, public=public)],
        data={},
        template=_("tally of a survey"),
    )


def _of_body(
    survey: Survey, evidence: Mapping[str, Sequence[EvidenceRecord]], said: str
) -> tuple[str, Sequence[EvidenceRecord]]:
    """Return a rated body and its records.

    Raises:
        NotFoundError: it is not rated in this survey.
    """
    meant = Body.said(said)
    name = the_one(
        meant.label if meant else said,
        evidence,
        lambda one: (one,),
        none=lambda: NotFoundError(
            _("{number} does not rate “{body}”.").format(number=survey.label, body=said),
            hint=_("It rates: {bodies}.").format(bodies=_(", ").join(evidence) or _("nobody")),
        ),
    )
    return name, evidence[name]
