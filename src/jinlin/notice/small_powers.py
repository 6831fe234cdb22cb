"""Which line of the list of small powers holds for what another room does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinlin.notice.rules.powers import Power, powers
from jinlin.store.transaction.tx import Reader


def powers_over(_reader: Reader, words: Iterable[str]) -> Iterator[Power]:
    """Yield the lines whose matter holds one of some words, such as 启动经费.

    Args:
        _reader: the database.
        words: what it is called.
    """
    said = tuple(words)
    return (power for power in powers() if any(word in power.matter for word in said))
