"""The people table, written through a session."""

from sqlmodel import Field, SQLModel


class Person(SQLModel, table=True):
    """One person, whatever she is to the complex; the number is hers for good."""

    id: int | None = Field(default=None, primary_key=True)
    number: int
    name: str
    phone: str | None = None
    note: str | None = None
    removed_at: str | None = None
