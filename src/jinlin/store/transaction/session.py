"""The SQLModel door: a session on the store's own connection."""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Final

from jinlin.store.file.connection import Connection
from jinlin.store.record.watch import Watch
from jinlin.store.schema.upgrade import DELETE, INSERT, UPDATE

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine, ExceptionContext
    from sqlmodel import Session


_WANTED: Final[ContextVar[Connection]] = ContextVar("wanted")
"""The connection that the engine is to take."""


@cache
def _engine() -> Engine:
    """Return what knows SQLite and keeps the statements it has spelled; it holds no connection."""
    from sqlalchemy import event
    from sqlalchemy.pool import NullPool
    from sqlmodel import create_engine

    engine = create_engine(
        "sqlite://", creator=_WANTED.get, poolclass=NullPool, hide_parameters=True
    )
    event.listen(engine, "handle_error", _raise_original)
    return engine


def session_on(connection: Connection, watch: Watch) -> Session:
    """Return a session that writes through this connection and never ends its transaction.

    `watch` keeps what it flushes: objects that were added, changed or deleted. What is written by
    a statement of SQLAlchemy's is not watched, and is refused by the file.

    Its errors are SQLite's own, so that both doors fail alike, and name no values. After Ctrl-C
    in the middle of a statement it is of no more use.
    """
    from sqlalchemy import event
    from sqlmodel import Session

    wanted = _WANTED.set(connection)
    try:
        bound = _engine().connect()
    finally:
        _WANTED.reset(wanted)
    session = Session(bound, autoflush=True, expire_on_commit=False)

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
