"""Transactions of the notice room without a command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from calls import call_in
from harness import Jinlin

from jinlin.core.call import Call
from jinlin.core.reference import Reference
from jinlin.notice import actions
from jinlin.notice.actions import NewNotice
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.notices import Type
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader, Tx

PLAN = Reference("plan", "E3")
SCHEME = NewNotice(
    type=Type.PUBLIC_NOTICE,
    matter="elevator_scheme",
    title="关于3号楼电梯更换方案的公示",
    body="总价480000元，由3号楼业主按层分摊。",
    signer="业主代表",
    basis="3号楼业主共同决定",
    contact="受理人：业主代表，0591-87654321",
    places=("3号楼大厅",),
    about=PLAN,
)
"""A complete public notice, still a draft."""


@dataclass(frozen=True)
class House:
    """A database at whose actions one gets without typing."""

    jinlin: Jinlin

    @contextmanager
    def writing(self) -> Iterator[Tx]:
        with writing(self._call()) as tx:
            yield tx

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        with reading(self._call()) as reader:
            yield reader

    def _call(self) -> Call:
        call = call_in(self.jinlin.folder)
        return call._replace(environment=call.environment._replace(now=lambda: self.jinlin.now))

    def post(self, day: str | None = "2026-11-01", **changed: Any) -> NoticeRow:
        new = SCHEME._replace(posted_on=date.fromisoformat(day) if day else None, **changed)
        with self.writing() as tx:
            return actions.post(tx, new)


@pytest.fixture
def house(jinlin: Jinlin) -> House:
    return House(jinlin)
