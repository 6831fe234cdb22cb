"""Encrypted backups: age with a passphrase, so that any `age` program opens them too."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Final

from jinlin.core.errors import StoreError
from jinlin.core.i18n import _

ENDING: Final = ".age"
SHORTEST: Final = 8
"""The fewest characters of a passphrase; age makes each guess cost about a second."""
HARDEST: Final = 21
"""The most work a passphrase may cost, as a power of two (2 GiB of memory): `age` itself takes 18,
and this program as much as a second allows on the computer at hand."""
_TRIES: Final = 10
"""So often a busy computer is asked: what age lets a passphrase cost, it measures in an instant."""
_PAUSE: Final = 0.3
"""So many seconds lie between."""
_TOO_MUCH: Final = "Excessive work"
"""How age's own message begins where it finds the computer too slow."""
_MAGIC: Final = b"age-encryption.org/v1"
_WORK: Final = re.compile(rb"\n-> scrypt [A-Za-z0-9+/]+ (\d{1,20})\n")


def is_sealed(content: bytes) -> bool:
    """Return whether a file is encrypted with age."""
    return content.startswith(_MAGIC)


def sealed(content: bytes, passphrase: str) -> bytes:
    """Return a file encrypted with a passphrase."""
    from pyrage import passphrase as age

    return bytes(age.encrypt(content, passphrase))


def unsealed(path: Path, content: bytes, passphrase: str) -> bytes:
    """Return what an encrypted file holds; age notices every changed byte.

    Raises:
        StoreError: the passphrase is wrong, or the file is damaged or asks for too much work.
    """
    from pyrage import DecryptError

    work = _WORK.match(content, len(_MAGIC))
    if work and int(work[1]) > HARDEST:
        raise StoreError(
            _("{path} asks for more work than any backup of jinlin, and was not opened.").format(
                path=path
            ),
            hint=_("Take another backup; such a file could stop the computer."),
        )
    try:
        return _decrypted(content, passphrase)
    except _TooBusyError as error:
        raise StoreError(
            _("{path} could not be decrypted: this computer is too busy at the moment.").format(
                path=path
            ),
            hint=_("Close other programs, then type the command again."),
            detail=str(error),
        ) from error
    except (DecryptError, ValueError) as error:
        raise StoreError(
            _(
                "{path} cannot be decrypted: the passphrase is wrong, or the file is damaged;"
                " the present database was not touched."
            ).format(path=path),
            hint=_("Type the passphrase again; nobody can do without it."),
            detail=str(error),
        ) from error


class _TooBusyError(Exception):
    """The computer seems too slow for a passphrase that it may have chosen the cost of itself."""


def _decrypted(content: bytes, passphrase: str) -> bytes:
    from pyrage import DecryptError
    from pyrage import passphrase as age

    said = ""
    for again in range(_TRIES):
        time.sleep(_PAUSE if again else 0)
        try:
            return bytes(age.decrypt(content, passphrase))
        except DecryptError as error:
            said = str(error)
            if not said.startswith(_TOO_MUCH):
                raise
    raise _TooBusyError(said)
