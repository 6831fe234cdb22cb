"""Keys and signatures in the text form of minisign, so that anybody can verify without jinlin.

A signature is made over the BLAKE2b-512 digest of what is signed (`ED`, prehashed), and a second
one over it and the trusted comment. See <https://jedisct1.github.io/minisign/>.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import Final, NamedTuple

_KEY: Final = b"Ed"
_PREHASHED: Final = b"ED"
_ID: Final = 8
_PUBLIC: Final = 32
_SIGNATURE: Final = 64
_TRUSTED: Final = "trusted comment: "
_UNTRUSTED: Final = "untrusted comment: "
_LINES: Final = 4
_GROUP: Final = 4
SEED: Final = 32
"""So many bytes a secret key is made of."""


class BadSignature(ValueError):  # noqa: N818  (it says what the signature is)
    """A key or a signature is none, or is not of what it should be of."""


class PublicKey(NamedTuple):
    """Whom a signature is verified by.

    Attributes:
        id: eight bytes by which a signature names its key.
        point: the public key of Ed25519.
    """

    id: bytes
    point: bytes

    @property
    def line(self) -> str:
        """The key as one line, `RWQ…`, as `minisign -P` takes it."""
        return b64encode(_KEY + self.id + self.point).decode()

    @property
    def fingerprint(self) -> str:
        """Eight groups of four signs that can be read out: the head of its SHA-256."""
        digest = hashlib.sha256(_KEY + self.id + self.point).hexdigest()[: 8 * _GROUP]
        return in_groups(digest)


class SecretKey(NamedTuple):
    """What signs.

    Attributes:
        id: as in its public key.
        seed: the 32 bytes it is made of.
    """

    id: bytes
    seed: bytes

    @property
    def public(self) -> PublicKey:
        """The key that verifies what this one signs."""
        from nacl.signing import SigningKey

        return PublicKey(self.id, bytes(SigningKey(self.seed).verify_key))

    def sign(self, content: bytes, comment: str) -> bytes:
        """Return the signature file of some content.

        Args:
            content: what is signed.
            comment: the trusted comment, which is signed as well; one line.
        """
        from nacl.signing import SigningKey

        key = SigningKey(self.seed)
        signature = key.sign(_digest(content)).signature
        sealed = key.sign(signature + comment.encode()).signature
        text = "\n".join((
            f"{_UNTRUSTED}signature of jinlin",
            b64encode(_PREHASHED + self.id + signature).decode(),
            f"{_TRUSTED}{comment}",
            b64encode(sealed).decode(),
        ))  # fmt: skip
        return f"{text}\n".encode()


def public_key(line: str) -> PublicKey:
    """Read a key line.

    Raises:
        BadSignature: it is none.
    """
    kept = _bytes(line.strip(), _KEY, _ID + _PUBLIC)
    return PublicKey(kept[:_ID], kept[_ID:])


def verify(content: bytes, signature: bytes, key: PublicKey) -> None:
    """See that a key signed some content.

    Raises:
        BadSignature: the signature is none, is of another key, or of something else.
    """
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    lines = _lines(signature)
    kept = _bytes(lines[1], _PREHASHED, _ID + _SIGNATURE)
    if kept[:_ID] != key.id:
        raise BadSignature("of another key")
    comment = lines[2].removeprefix(_TRUSTED).encode()
    try:
        judge = VerifyKey(key.point)
        judge.verify(_digest(content), kept[_ID:])
        judge.verify(kept[_ID:] + comment, _bytes(lines[3], b"", _SIGNATURE))
    except BadSignatureError as error:
        raise BadSignature("of something else") from error


def trusted_comment(signature: bytes) -> str:
    """Return what a signature says beside; it can be trusted once it was verified.

    Raises:
        BadSignature: it is none.
    """
    return _lines(signature)[2].removeprefix(_TRUSTED)


def _lines(signature: bytes) -> list[str]:
    try:
        lines = signature.decode().split("\n")
    except UnicodeDecodeError as error:
        raise BadSignature("no text") from error
    if len(lines) != _LINES + 1 or lines[-1] or not lines[0].startswith(_UNTRUSTED):
        raise BadSignature("not four lines")
    if not lines[2].startswith(_TRUSTED):
        raise BadSignature("no trusted comment")
    return lines


def in_groups(digest: str) -> str:
    """Return a digest in groups of four signs, to be read out."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content).digest()


def _bytes(text: str, algorithm: bytes, length: int) -> bytes:
    try:
        kept = b64decode(text, validate=True)
    except (NotBase64, ValueError) as error:
        raise BadSignature("not base64") from error
    if not kept.startswith(algorithm) or len(kept) != len(algorithm) + length:
        raise BadSignature("not of this kind")
    return kept[len(algorithm) :]
