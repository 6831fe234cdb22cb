"""The tables of this room that are written through a session."""

from sqlmodel import Field, SQLModel

from jinlin.complex import tables as _tables  # noqa: F401  (its foreign keys must find them)


class Plan(SQLModel, table=True):
    """A saved apportionment; its numbers are frozen. Money in fen."""

    id: int | None = Field(default=None, primary_key=True)
    number: int
    name: str
    building_id: int | None = Field(default=None, foreign_key="building.id")
    entrance: str | None = None
    made_at: str
    total: int
    subsidy: int
    scheme: str
    mode: str
    round_unit: int
    cap: int | None = None
    request: str
    removed_at: str | None = None


class PlanShare(SQLModel, table=True):
    """What one household pays in a saved plan; fractions as `p/q`."""

    __tablename__ = "plan_share"

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    position: int
    household_id: int | None = Field(default=None, foreign_key="household.id")
    building: str | None = None
    entrance: str | None = None
    room: str
    floor: int
    area: int | None = None
    coefficient: str
    weight: str
    exact: str
    amount: int
    cap: int | None = None
    capped: int
    status: str
