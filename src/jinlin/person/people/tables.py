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
    other_phone: str | None = None
    id_number: str | None = None
    id_purpose: str | None = None
    id_override: str | None = None
    birth_on: str | None = None
    sex: str | None = None
    pinyin: str | None = None
    initials: str | None = None
    merged_into: int | None = Field(default=None, foreign_key="person.id")
    forgotten_at: str | None = None
