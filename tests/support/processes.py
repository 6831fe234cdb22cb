"""Processes of our own: the program as a shell starts it, and a fork that may be killed."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import jinlin

ROOT = Path(__file__).parents[2]
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def surroundings(folder: Path, **variables: str) -> dict[str, str]:
    """Return the variables of a process that finds this jinlin, and nothing of the machine's."""
    kept = {k: os.environ[k] for k in ("PATH", "SYSTEMROOT", "TEMP", "TMP") if k in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(Path(jinlin.__file__).parent.parent),
        "HOME": str(folder),
        "JINLIN_DB": str(folder / "jinlin.db"),
        "COLUMNS": "80",
        **variables,
    }


def run_python(
    *words: str,
    folder: Path,
    variables: Mapping[str, str] | None = None,
    typed: bytes = b"",
    seconds: float = 60,
) -> subprocess.CompletedProcess[bytes]:
    """Run Python in a folder, for so long at most; its output is bytes."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=surroundings(folder, **(variables or {})),
        input=typed,
        capture_output=True,
        check=False,
        timeout=seconds,
    )


def run_jinlin(
    *words: str, folder: Path, variables: Mapping[str, str] | None = None, typed: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell does."""
    return run_python("-m", "jinlin", *words, folder=folder, variables=variables, typed=typed)


@dataclass(frozen=True)
class Ended:
    """How a forked process ended: what its task returned, or the signal that killed it."""

    result: Any = None
    killed_by: int = 0


def forked(task: Callable[[], Any]) -> int:
    """Start a task in a fork; it leaves without any cleaning up.

    Returns:
        The process id.
    """
    gc.freeze()  # else the child's collector would touch, and so copy, all that the parent has
    child = os.fork()
    if child:
        gc.unfreeze()
        return child
    code = 1
    sys.dont_write_bytecode = True  # on a full disk it would be cut short, and then taken for whole
    try:
        task()
        code = 0
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        raise
    finally:
        os._exit(code)


def in_fork(task: Callable[[], Any]) -> Ended:
    """Run a task in a fork and wait for its end."""
    reader, writer = os.pipe()

    def answer() -> None:
        os.write(writer, pickle.dumps(task()))

    child = forked(answer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return Ended(killed_by=os.WTERMSIG(status))
    assert os.WEXITSTATUS(status) == 0, "the fork failed"
    return Ended(result=pickle.loads(said))


def killed_after(seconds: float) -> None:
    """Let the kernel end this process at a moment of its own, without a word."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def as_somebody(task: Callable[[], object]) -> Ended:
    """Run a task in a fork as a user whom permissions bind."""

    def bound() -> object:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        return task()

    return in_fork(bound)
