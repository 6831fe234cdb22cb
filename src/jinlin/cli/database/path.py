"""`jinlin db path`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.output.delivery.show import done
from jinlin.store.file.header import check_header


def path(call: Call) -> None:
    found = database_path(call).absolute()
    check_header(found)
    done(call, str(found), number=str(found), data={"path": str(found)})
