"""The columns the lists of members share, and how they name somebody."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Personal
from jinlin.core.i18n import _
from jinlin.member.register.queries import MemberRow
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState
from jinlin.member.rules.posts import POST_LABELS
from jinlin.output.listing.values import masked


def party_state_column() -> Column:
    """Return the column of the Party status."""
    return Column(key="party_state", heading=_("Party status"), labels=PartyState.labels())


def shown_name(call: Call, member: MemberRow) -> str:
    """Return a name for a list: in full for who acts in a post, or where the call unmasks."""
    if call.unmask or member.held:
        return member.person.name
    return masked(member.person.name, Personal.NAME)


def standing_column() -> Column:
    """Return the column with who takes part."""
    return Column(key="standing", heading=_("Standing"), labels=MemberStanding.labels())


def affiliation_column() -> Column:
    """Return the column with where membership is held."""
    return Column(key="affiliation", heading=_("Membership"), labels=Affiliation.labels())


def post_column() -> Column:
    """Return the column with her posts."""
    return Column(
        key="post",
        heading=_("Post"),
        labels={title: _(label) for title, label in POST_LABELS.items()},
    )
