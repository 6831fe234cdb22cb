"""The SQLModel classes of registers that are declared, made when the first record is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import new_class
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlmodel import SQLModel


def model_of(table: str, columns: Mapping[str, type]) -> type[SQLModel]:
    """Return the class of a table whose rows have an id.

    Args:
        table: its name.
        columns: its other columns with the type of what they hold; any may be empty as far as the
            class is concerned: what must be there, the table says.
    """
    return _made(table, tuple(columns.items()))


@cache
def _made(table: str, columns: tuple[tuple[str, type], ...]) -> type[SQLModel]:
    from sqlmodel import Field, SQLModel

    body: dict[str, Any] = {
        "__module__": __name__,
        "__tablename__": table,
        "__annotations__": {"id": int | None, **{name: kind | None for name, kind in columns}},
        "id": Field(default=None, primary_key=True),
        **dict.fromkeys((name for name, _kind in columns)),
    }
    name = "".join(part.title() for part in table.split("_"))
    return new_class(name, (SQLModel,), {"table": True}, lambda space: space.update(body))
