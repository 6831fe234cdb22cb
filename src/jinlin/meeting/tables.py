"""The tables of this room that are written through a session.

Attendance and resolutions are typed many times in a row and written by SQL alone.
"""

from sqlmodel import Field, SQLModel


class Meeting(SQLModel, table=True):
    """A meeting, planned or held; moments are UTC text."""

    id: int | None = Field(default=None, primary_key=True)
    number: int
    type: str
    title: str
    held_at: str
    ended_at: str | None = None
    place: str | None = None
    chair: str | None = None
    recorder: str | None = None
    note: str | None = None
    removed_at: str | None = None
    opened_at: str | None = None
    confirmed_at: str | None = None
    confirmed_hash: str | None = None


class AgendaItem(SQLModel, table=True):
    """One item of a meeting's agenda, with what was said about it."""

    __tablename__ = "agenda_item"

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id")
    position: int
    title: str
    note: str | None = None
    removed_at: str | None = None
