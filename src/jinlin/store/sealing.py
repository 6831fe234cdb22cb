"""Encrypted backups: age with a passphrase, so that any `age` program opens them too."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinlin.core.errors import StoreError
from jinlin.core.i18n import _

ENDING: Final = ".age"
SHORTEST: Final = 8
"""The fewest characters of a passphrase; age makes each guess cost about a second."""
_MAGIC: Final = b"age-encryption.org/v1"


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
        StoreError: the passphrase is wrong, or the file is damaged.
    """
    from pyrage import DecryptError
    from pyrage import passphrase as age

    try:
        return bytes(age.decrypt(content, passphrase))
    except (DecryptError, ValueError) as error:
        raise StoreError(
            _(
                "{path} cannot be decrypted: the passphrase is wrong, or the file is damaged;"
                " the present database was not touched."
            ).format(path=path),
            hint=_("Type the passphrase again; nobody can do without it."),
            detail=str(error),
        ) from error
