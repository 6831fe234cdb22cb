"""What is true of Party members and of those who want to become one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.member.rules.party_days import earlier


class PartyState(StrEnum):
    """How far somebody is on the way into the Party."""

    FULL = "full"
    PROBATIONARY = "probationary"
    ACTIVIST = "activist"
    APPLICANT = "applicant"


PARTY_STATE_LABELS: Final[Mapping[PartyState, str]] = {
    PartyState.FULL: N_("full member"),
    PartyState.PROBATIONARY: N_("probationary member"),
    PartyState.ACTIVIST: N_("activist"),
    PartyState.APPLICANT: N_("applicant"),
}

_PARTY_STATE_WORDS: Final[Mapping[PartyState, tuple[str, ...]]] = {
    PartyState.FULL: ("正式党员", "正式"),
    PartyState.PROBATIONARY: ("预备党员", "预备"),
    PartyState.ACTIVIST: ("入党积极分子", "积极分子", "发展对象"),
    PartyState.APPLICANT: ("入党申请人", "申请人"),
}


class Affiliation(StrEnum):
    """Where somebody's membership is held, as this branch sees it."""

    HERE = "here"
    REPORT_IN = "report_in"
    NONE = "none"


AFFILIATION_LABELS: Final[Mapping[Affiliation, str]] = {
    Affiliation.HERE: N_("this branch"),
    Affiliation.REPORT_IN: N_("reported in"),
    Affiliation.NONE: N_("no membership"),
}

_AFFILIATION_WORDS: Final[Mapping[Affiliation, tuple[str, ...]]] = {
    Affiliation.HERE: ("在本支部", "本支部"),
    Affiliation.REPORT_IN: ("报到党员", "在职报到", "报到"),
    Affiliation.NONE: ("无", "群众"),
}

MEMBERS: Final = frozenset({PartyState.FULL, PartyState.PROBATIONARY})
"""Who is a member of the Party; an activist or an applicant is not yet."""


class Standing(StrEnum):
    """Whether a member takes part, is away, or cannot be found."""

    ACTIVE = "active"
    MIGRANT = "migrant"
    LOST_CONTACT = "lost_contact"


STANDING_LABELS: Final[Mapping[Standing, str]] = {
    Standing.ACTIVE: N_("taking part"),
    Standing.MIGRANT: N_("migrant member"),
    Standing.LOST_CONTACT: N_("lost contact"),
}

_STANDING_WORDS: Final[Mapping[Standing, tuple[str, ...]]] = {
    Standing.ACTIVE: ("正常", "在册"),
    Standing.MIGRANT: ("流动", "流动党员", "外出"),
    Standing.LOST_CONTACT: ("失联", "失联党员", "失去联系"),
}

Word = TypeVar("Word", bound=StrEnum)


def _read(
    text: str, words: Mapping[Word, tuple[str, ...]], labels: Mapping[Word, str]
) -> Word | None:
    said = compact(text).replace("-", "_")
    for word, spoken in words.items():
        if said in {word.value, compact(labels[word]), compact(_(labels[word])), *spoken}:
            return word
    return None


def _choices(labels: Mapping[Word, str]) -> str:
    return _(", ").join(f"{word.value} {_(label)}" for word, label in labels.items())


def parse_party_state(text: str) -> PartyState:
    """Read a Party status: `full`, `正式党员`, `预备`, `积极分子`.

    Raises:
        NotFoundError: there is no such status; all are listed.
    """
    state = _read(text, _PARTY_STATE_WORDS, PARTY_STATE_LABELS)
    if state is None:
        raise NotFoundError(
            _("There is no Party status “{text}”.").format(text=text),
            hint=_("Choose from: {choices}.").format(choices=_choices(PARTY_STATE_LABELS)),
        )
    return state


def parse_affiliation(text: str) -> Affiliation:
    """Read where membership is held: `here`, `在本支部`, `report-in`, `报到`, `none`, `无`.

    Raises:
        NotFoundError: there is no such word; all are listed.
    """
    affiliation = _read(text, _AFFILIATION_WORDS, AFFILIATION_LABELS)
    if affiliation is None:
        raise NotFoundError(
            _("Membership cannot be held at “{text}”.").format(text=text),
            hint=_("Choose from: {choices}.").format(choices=_choices(AFFILIATION_LABELS)),
        )
    return affiliation


def parse_standing(text: str) -> Standing:
    """Read how a member takes part: `active`, `正常`, `migrant`, `流动`, `lost-contact`, `失联`.

    Raises:
        NotFoundError: there is no such word; all are listed.
    """
    standing = _read(text, _STANDING_WORDS, STANDING_LABELS)
    if standing is None:
        raise NotFoundError(
            _("There is no standing “{text}”.").format(text=text),
            hint=_("Choose from: {choices}.").format(choices=_choices(STANDING_LABELS)),
        )
    return standing


class Details(NamedTuple):
    """What the register keeps of one member; every day is ISO text, a month alone is one too.

    Attributes:
        party_state: None when it was not said.
        affiliation: where membership is held.
        joined_on: the day of admission as a probationary member.
        full_on: the day of becoming a full member.
        reported_on: the day a member of another branch reported in here.
        employer: her work unit.
        group_name: her building's Party group.
        skills: what she can do for others.
        note: anything else.
        availability: when she has time for others.
        standing: whether she takes part, is away, or cannot be found.
        standing_since: since when she is away or cannot be found.
        no_vote_reason: why she may not vote although a full member of this branch.
        not_counted_reason: why she is not counted among those who should attend.
    """

    party_state: PartyState | None = None
    affiliation: Affiliation = Affiliation.NONE
    joined_on: str | None = None
    full_on: str | None = None
    reported_on: str | None = None
    employer: str | None = None
    group_name: str | None = None
    skills: str | None = None
    note: str | None = None
    availability: str | None = None
    standing: Standing = Standing.ACTIVE
    standing_since: str | None = None
    no_vote_reason: str | None = None
    not_counted_reason: str | None = None


DETAIL_LABELS: Final[Mapping[str, str]] = {
    "party_state": N_("Party status"),
    "affiliation": N_("Membership"),
    "joined_on": N_("Joined the Party on"),
    "full_on": N_("Full member since"),
    "reported_on": N_("Reported in on"),
    "employer": N_("Employer"),
    "group_name": N_("Party group"),
    "skills": N_("Skills"),
    "note": N_("Remark"),
    "availability": N_("Has time"),
    "standing": N_("Standing"),
    "standing_since": N_("Away or lost since"),
    "no_vote_reason": N_("No vote because"),
    "not_counted_reason": N_("Not counted because"),
    "name": N_("Name"),
    "phone": N_("Phone"),
    "post": N_("Post"),
}
"""What people call the fields."""


def usual_affiliation(state: PartyState | None, *, reported: bool) -> Affiliation:
    """Return where membership is held when nobody said it.

    A day of reporting in says another branch; a member's is held here; others have none.
    """
    if reported:
        return Affiliation.REPORT_IN
    return Affiliation.HERE if state in MEMBERS else Affiliation.NONE


def check_details(details: Details) -> None:
    """Refuse what cannot all be true of one member.

    Raises:
        RuleError: it says which two do not go together.
    """
    if details.full_on is not None and details.party_state not in {PartyState.FULL, None}:
        raise RuleError(
            _("Only a full member has a day of becoming one."),
            hint=_('Say --party-state full, or clear the day with --full-on "".'),
        )
    if details.joined_on and details.full_on and earlier(details.full_on, details.joined_on):
        raise RuleError(
            _("A full member since {full_on} cannot have joined on {joined_on}.").format(
                full_on=details.full_on, joined_on=details.joined_on
            ),
            hint=_("Probation comes first: compare the two days with the file."),
        )
    if details.affiliation is Affiliation.HERE and details.reported_on is not None:
        raise RuleError(
            _("Only a member of another branch reports in."),
            hint=_("Say --affiliation report-in, or leave --reported out."),
        )
    if details.standing is Standing.ACTIVE and details.standing_since is not None:
        raise RuleError(
            _("A day since when goes with a member who is away or cannot be found."),
            hint=_("Say --standing migrant or --standing lost-contact, or leave --since out."),
        )
