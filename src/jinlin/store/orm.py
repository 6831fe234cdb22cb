"""The SQLModel door: a session on the store's own connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinlin.store.file import Connection
from jinlin.store.upgrade import DELETE, INSERT, UPDATE
from jinlin.store.watching import Watch

if TYPE_CHECKING:
    from sqlalchemy.engine import ExceptionContext
    from sqlmodel import Session


def session_on(connection: Connection, watch: Watch) -> Session:
    """Return a session that writes through this connection and never ends its transaction.

    `watch` keeps what it flushes: objects that were added, changed or deleted. What is written by
    a statement of SQLAlchemy's is not watched, and is refused by the file.

    Its errors are SQLite's own, so that both doors fail alike, and name no values.
    """
    from sqlalchemy import event
    from sqlalchemy.pool import StaticPool
    from sqlmodel import Session, create_engine

    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "handle_error", _raise_original)
    session = Session(engine, autoflush=True, expire_on_commit=False)

    def keep(*_flushed: object) -> None:
        for event_name, rows in (
            (INSERT, session.new),
            (UPDATE, session.dirty),
            (DELETE, session.deleted),
        ):
            for row in rows:
                watch.over(row.__tablename__, event_name)

    event.listen(session, "before_flush", keep)
    return session


def _raise_original(context: ExceptionContext) -> None:
    raise context.original_exception
