"""What is true of Party members and of those who want to become one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word
from jinlin.member.rules.party_days import earlier


class PartyState(Word, refusal=N_("There is no Party status “{text}”."), error=NotFoundError):
    """How far somebody is on the way into the Party."""

    FULL = "full", N_("full member"), "正式党员", "正式"
    PROBATIONARY = "probationary", N_("probationary member"), "预备党员", "预备"
    ACTIVIST = "activist", N_("activist"), "入党积极分子", "积极分子", "发展对象"
    APPLICANT = "applicant", N_("applicant"), "入党申请人", "申请人"


class Affiliation(Word, refusal=N_("Membership cannot be held at “{text}”."), error=NotFoundError):
    """Where somebody's membership is held, as this branch sees it."""

    HERE = "here", N_("this branch"), "在本支部", "本支部"
    REPORT_IN = "report_in", N_("reported in"), "报到党员", "在职报到", "报到"
    NONE = "none", N_("no membership"), "无", "群众"


MEMBERS: Final = frozenset({PartyState.FULL, PartyState.PROBATIONARY})
"""Who is a member of the Party; an activist or an applicant is not yet."""


class MemberStanding(Word, refusal=N_("There is no standing “{text}”."), error=NotFoundError):
    """Whether a member takes part, is away, or cannot be found."""

    ACTIVE = "active", N_("taking part"), "正常", "在册"
    MIGRANT = "migrant", N_("migrant member"), "流动", "流动党员", "外出"
    LOST_CONTACT = "lost_contact", N_("lost contact"), "失联", "失联党员", "失去联系"


class Sex(Word):
    """The sex of a person, as rosters and identity numbers have it."""

    FEMALE = "female", N_("female"), "女", "女性", "f"
    MALE = "male", N_("male"), "男", "男性", "m"


class MemberDetails(NamedTuple):
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
    standing: MemberStanding = MemberStanding.ACTIVE
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


def check_details(details: MemberDetails) -> None:
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
    if details.standing is MemberStanding.ACTIVE and details.standing_since is not None:
        raise RuleError(
            _("A day since when goes with a member who is away or cannot be found."),
            hint=_("Say --standing migrant or --standing lost-contact, or leave --since out."),
        )
