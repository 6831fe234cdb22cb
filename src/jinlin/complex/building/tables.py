"""The table of buildings, written through a session (SQLModel)."""

from sqlmodel import Field, SQLModel

from jinlin.person.people import tables as _tables  # noqa: F401  (its foreign keys must find them)


class Complex(SQLModel, table=True):
    """The complex the database is about; there is one row."""

    id: int = Field(default=1, primary_key=True)
    name: str
    street: str | None = None
    community: str | None = None


class Building(SQLModel, table=True):
    """A building; its code is what people say: `3`, `A`."""

    id: int | None = Field(default=None, primary_key=True)
    code: str
    name: str | None = None
    floors: int | None = None
    floors_below: int = 0
    entrances: int | None = None
    stilt_floor: int = 0
    elevator: int = 0
    note: str | None = None
    removed_at: str | None = None


class Household(SQLModel, table=True):
    """One flat; its room is what the door says. Area in hundredths of a square metre."""

    id: int | None = Field(default=None, primary_key=True)
    building_id: int = Field(foreign_key="building.id")
    entrance: str | None = None
    room: str
    floor: int
    area: int | None = None
    state: str | None = None
    note: str | None = None
    removed_at: str | None = None
    area_basis: str | None = None
    representative_id: int | None = Field(default=None, foreign_key="person.id")
    occupants: int | None = None
    representative_authority: str | None = None


class Ownership(SQLModel, table=True):
    """Who owns which household, and until when; a share is a fraction such as `1/2`."""

    id: int | None = Field(default=None, primary_key=True)
    household_id: int = Field(foreign_key="household.id")
    person_id: int = Field(foreign_key="person.id")
    share: str | None = None
    removed_at: str | None = None
    since: str | None = None
    until: str | None = None
