"""The SQLModel door: a session on the store's own connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinlin.store.file import Connection

if TYPE_CHECKING:
    from sqlalchemy.engine import ExceptionContext
    from sqlmodel import Session


def session_on(connection: Connection) -> Session:
    """Return a session that writes through this connection and never ends its transaction.

    Its errors are SQLite's own, so that both doors fail alike, and name no values.
    """
    from sqlalchemy import event
    from sqlalchemy.pool import StaticPool
    from sqlmodel import Session, create_engine

    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "handle_error", _raise_original)
    return Session(engine, autoflush=True, expire_on_commit=False)


def _raise_original(context: ExceptionContext) -> None:
    raise context.original_exception
