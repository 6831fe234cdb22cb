"""Kinds of events in the life of an issue (the entries of its audit trail)."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.core.word import Word


class EventKind(Word):
    """A step in the life of an issue."""

    REPORTED = "reported", N_("recorded")
    NOTED = "noted", N_("noted")
    ASSIGNED = "assigned", N_("assigned")
    ACCEPTED = "accepted", N_("accepted")
    HANDED_BACK = "handed_back", N_("handed back")
    VISITED = "visited", N_("visited")
    CONSULTED = "consulted", N_("talked over")
    URGED = "urged", N_("urged")
    DEFERRED = "deferred", N_("deferred")
    RESUMED = "resumed", N_("taken up again")
    AGENDA = "agenda", N_("put on the Friday agenda")
    DECIDED = "decided", N_("decided")
    ESCALATED = "escalated", N_("escalated")
    CALLED = "called", N_("called by the street")
    ARRIVED = "arrived", N_("department arrived")
    JOINT_HANDLING = "joint_handling", N_("joint handling")
    PARTLY_SOLVED = "partly_solved", N_("partly solved")
    SCORED = "scored", N_("department scored")
    EDITED = "edited", N_("edited")
    LINKED = "linked", N_("linked")
    MERGED = "merged", N_("merged")
    CLOSED = "closed", N_("closed")
    DECLINED = "declined", N_("declined")
    REOPENED = "reopened", N_("reopened")
    RATED = "rated", N_("rated")
    CHECKED = "checked", N_("quality checked")
    REPLIED = "replied", N_("replied")
