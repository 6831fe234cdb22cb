"""A disk of our own below the SQLite that Python uses: it writes down, breaks, lies, loses power.

SQLite reaches the disk through a table of functions (a VFS). We register one that calls the real
one and stands in the way of write, truncate, sync and delete. It is put into the very library
that the `sqlite3` module has loaded, so what runs above it is the product itself.
"""

from __future__ import annotations

import ctypes as c
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

SECTOR: Final = 512
IOERR: Final = {"write": 778, "truncate": 1546, "sync": 1034, "delete": 2570}
FULL: Final = 13
_METHODS: Final = 19  # words: the version, then eighteen functions
_WRITE, _TRUNCATE, _SYNC, _CLOSE = 3, 4, 5, 1
_CREATE: Final = 0x4


class _Vfs(c.Structure):
    _fields_ = [
        ("version", c.c_int), ("file_size", c.c_int), ("longest", c.c_int), ("next", c.c_void_p),
        ("name", c.c_char_p), ("app", c.c_void_p), ("open", c.c_void_p), ("delete", c.c_void_p),
        ("rest", c.c_void_p * 13),
    ]  # fmt: skip


# Names stay addresses: behind them lie the parameters of the URI.
_Open = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_void_p, c.c_int, c.c_void_p)
_Delete = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_int)
_Close = c.CFUNCTYPE(c.c_int, c.c_void_p)
_Write = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_int, c.c_int64)
_Truncate = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int64)
_Sync = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int)


class Op(NamedTuple):
    """One thing that was asked of the disk; `at` is an offset, a length, or whether to sync."""

    kind: str
    path: str
    at: int = 0
    data: bytes = b""


@dataclass
class Disk:
    """What the disk was asked, and what it refuses.

    Attributes:
        refuse: given the number of an operation and its kind, the error code it ends with; 0 for
            none.
    """

    ops: list[Op] = field(default_factory=list)
    refuse: Callable[[int, str], int] = lambda _number, _kind: 0

    def ask(self, op: Op) -> int:
        """Write an operation down and say whether it is refused."""
        self.ops.append(op)
        return self.refuse(len(self.ops) - 1, op.kind) if op.kind != "create" else 0


class Shim:
    """Our table of functions, registered once; `disk` is who it asks."""

    def __init__(self, library: c.CDLL) -> None:
        self.disk: Disk | None = None
        self._library = library
        self._paths: dict[int, str] = {}
        self._tables: dict[int, Any] = {}
        self._kept: list[Any] = []
        library.sqlite3_vfs_find.restype = c.POINTER(_Vfs)
        library.sqlite3_vfs_find.argtypes = [c.c_char_p]
        library.sqlite3_vfs_register.argtypes = [c.POINTER(_Vfs), c.c_int]
        library.sqlite3_vfs_unregister.argtypes = [c.POINTER(_Vfs)]
        self._real = library.sqlite3_vfs_find(None)
        self._vfs = _Vfs.from_buffer_copy(self._real.contents)
        self._vfs.name = b"jinlin-trust"
        self._vfs.next = None
        self._real_open = _Open(self._real.contents.open)
        self._real_delete = _Delete(self._real.contents.delete)
        self._vfs.open = self._function(_Open(self._open))
        self._vfs.delete = self._function(_Delete(self._delete))

    def _function(self, made: Any) -> int | None:
        self._kept.append(made)  # Python must not throw it away
        return c.cast(made, c.c_void_p).value

    @contextmanager
    def under(self, disk: Disk) -> Iterator[Disk]:
        """Put a disk below every database that is opened meanwhile."""
        self.disk = disk
        self._library.sqlite3_vfs_register(self._vfs, 1)
        try:
            yield disk
        finally:
            self._library.sqlite3_vfs_unregister(self._vfs)
            self._library.sqlite3_vfs_register(self._real, 1)
            self.disk = None

    def _asked(self, op: Op) -> int:
        return self.disk.ask(op) if self.disk else 0

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        path = c.string_at(name).decode() if name else ""
        there = Path(path).exists()
        code = int(self._real_open(c.addressof(self._real.contents), name, file, flags, out))
        if code == 0 and path:
            self._paths[file] = path
            if flags & _CREATE and not there:
                self._asked(Op("create", path))
            words = c.cast(file, c.POINTER(c.c_size_t))
            words[0] = self._table(words[0])
        return code

    def _table(self, real: int) -> int:
        """Return the address of a file's functions with ours among them."""
        if real not in self._tables:
            table = (c.c_size_t * _METHODS)()
            c.memmove(table, real, c.sizeof(table))
            for place, made in (
                (_CLOSE, _Close(self._closing(_Close(table[_CLOSE])))),
                (_WRITE, _Write(self._writing(_Write(table[_WRITE])))),
                (_TRUNCATE, _Truncate(self._truncating(_Truncate(table[_TRUNCATE])))),
                (_SYNC, _Sync(self._syncing(_Sync(table[_SYNC])))),
            ):
                table[place] = self._function(made) or 0
            self._tables[real] = table
        return c.addressof(self._tables[real])

    def _closing(self, real: Any) -> Any:
        def close(file: int) -> int:
            self._paths.pop(file, None)
            return int(real(file))

        return close

    def _writing(self, real: Any) -> Any:
        def write(file: int, data: int, size: int, at: int) -> int:
            code = self._asked(Op("write", self._paths[file], at, c.string_at(data, size)))
            if code:
                real(file, data, size // 2, at)  # what still went through
                return code
            return int(real(file, data, size, at))

        return write

    def _truncating(self, real: Any) -> Any:
        def truncate(file: int, size: int) -> int:
            return self._asked(Op("truncate", self._paths[file], size)) or int(real(file, size))

        return truncate

    def _syncing(self, real: Any) -> Any:
        def sync(file: int, _flags: int) -> int:
            return self._asked(Op("sync", self._paths[file]))  # the real disk need not hurry

        return sync

    def _delete(self, _vfs: int, name: int, synced: int) -> int:
        code = self._asked(Op("delete", c.string_at(name).decode(), synced))
        return code or int(self._real_delete(c.addressof(self._real.contents), name, 0))


def shim() -> Shim | None:
    """Return the shim; None where the `sqlite3` module has its SQLite inside, out of reach."""
    import _sqlite3

    try:
        lines = Path("/proc/self/maps").read_text("utf-8").splitlines()
    except OSError:
        return None
    paths = {line.split()[-1] for line in lines if "libsqlite3" in line.rpartition("/")[2]}
    if len(paths) != 1 or not hasattr(_sqlite3, "connect"):
        return None
    return Shim(c.CDLL(paths.pop()))


Files = dict[str, bytearray | None]


def after_power_cut(
    before: Mapping[str, bytes], ops: list[Op], dice: random.Random, *, lies: bool = False
) -> Files:
    """Return the files as they may be after the power went away behind these operations.

    What was synced is there. What was not may be there, or not, or in part, sector by sector and in
    any order; a new or deleted name that was not synced may have stayed as it was.

    Args:
        before: the files at the start, all on the disk.
        ops: what was asked until then.
        dice: chance.
        lies: the disk says it has synced, and has not.
    """
    files: Files = {path: bytearray(data) for path, data in before.items()}
    pending: list[Op] = []
    for op in ops:
        if op.kind == "sync":
            if not lies:
                for one in [one for one in pending if one.path == op.path]:
                    _apply(files, one)
                pending = [one for one in pending if one.path != op.path]
        elif op.kind == "delete" and op.at and not lies:
            pending = [one for one in pending if one.path != op.path]
            files[op.path] = None
        else:
            pending.append(op)
    fate = dice.choice(("lost", "kept", "mixed", "mixed"))
    for op in pending:
        if fate == "kept" or (fate == "mixed" and dice.random() < 0.6):
            _apply(files, _torn(op, files, dice) if fate == "mixed" else op)
    return files


def _apply(files: Files, op: Op) -> None:
    if op.kind == "delete":
        files[op.path] = None
        return
    if op.kind == "create":
        files.setdefault(op.path, None)
        if files[op.path] is None:
            files[op.path] = bytearray()
        return
    content = files.get(op.path)
    if content is None:
        return  # its name never reached the disk
    if op.kind == "truncate":
        del content[op.at :]
    else:
        content.extend(bytes(max(0, op.at - len(content))))
        content[op.at : op.at + len(op.data)] = op.data


def _torn(op: Op, files: Files, dice: random.Random) -> Op:
    """Return a write of which only some sectors reach the disk."""
    content = files.get(op.path)
    if op.kind != "write" or content is None or dice.random() < 0.5:
        return op
    data = bytearray(op.data)
    for start in range(0, len(data), SECTOR):
        if dice.random() < 0.5:
            old = bytes(content[op.at + start : op.at + start + SECTOR])
            piece = data[start : start + SECTOR]
            data[start : start + SECTOR] = old[: len(piece)].ljust(len(piece), b"\0")
    return op._replace(data=bytes(data))
