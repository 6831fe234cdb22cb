"""The SQLModel door: a session on the store's own connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinlin.store.file import Connection

if TYPE_CHECKING:
    from sqlmodel import Session


def session_on(connection: Connection) -> Session:
    """Return a session that writes through this connection and never ends its transaction."""
    from sqlalchemy.pool import StaticPool
    from sqlmodel import Session, create_engine

    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    return Session(engine, autoflush=True, expire_on_commit=False)
