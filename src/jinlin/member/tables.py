"""The tables of the branch and its members that are written through a session (SQLModel)."""

from sqlmodel import Field, SQLModel

from jinlin.complex.building import tables as _homes  # noqa: F401  (its foreign keys must find them)
from jinlin.person.people import tables as _tables  # noqa: F401  (its foreign keys must find them)


class Branch(SQLModel, table=True):
    """The branch of the complex; there is one row."""

    id: int = Field(default=1, primary_key=True)
    name: str
    type: str
    superior: str | None = None
    short_name: str | None = None
    founded_on: str | None = None
    term_years: int | None = None
    term_from: str | None = None
    term_to: str | None = None
    overlay_permission: str | None = None


class Member(SQLModel, table=True):
    """What a person is to the branch: Party state, membership here or report-in."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    party_state: str | None = None
    affiliation: str
    joined_on: str | None = None
    full_on: str | None = None
    reported_on: str | None = None
    employer: str | None = None
    group_name: str | None = None
    skills: str | None = None
    note: str | None = None
    removed_at: str | None = None
    availability: str | None = None
    standing: str = "active"
    standing_since: str | None = None
    no_vote_reason: str | None = None
    not_counted_reason: str | None = None
    left_on: str | None = None
    left_reason: str | None = None


class Post(SQLModel, table=True):
    """A post in a body, from a day to a day."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    body: str
    title: str
    unit: str | None = None
    started_on: str | None = None
    ended_on: str | None = None
    source: str | None = None
    removed_at: str | None = None
    term_to: str | None = None


class PartyGroup(SQLModel, table=True):
    """A building Party group; its members name it in `member.group_name`."""

    __tablename__ = "party_group"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    note: str | None = None
    removed_at: str | None = None


class GroupBuilding(SQLModel, table=True):
    """A building that a group covers."""

    __tablename__ = "group_building"

    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="party_group.id")
    building_id: int = Field(foreign_key="building.id")
    removed_at: str | None = None


class VenueItem(SQLModel, table=True):
    """A point of the checklist of the branch's venue."""

    __tablename__ = "venue_item"

    id: int | None = Field(default=None, primary_key=True)
    position: int
    name: str
    met: int = 0
    checked_on: str | None = None
    note: str | None = None
    origin: str | None = None
    removed_at: str | None = None
