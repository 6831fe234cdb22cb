"""Names that a file can have on every system, so that it can be handed on to any computer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _

MAX_NAME_BYTES: Final = 200
"""How long a name may be in UTF-8; file systems take 255, and drafts and copies add to it."""
_FORBIDDEN: Final = re.compile(r'[<>:"|?*\\]')
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_DEVICE: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³])\s*(?:\..*)?", re.IGNORECASE
)


def check_file_name(target: str) -> None:
    """Refuse a name that Windows cannot keep, that is too long, or that names no file.

    Args:
        target: the file as it was typed, with or without folders.

    Raises:
        UsageError: it says what is wrong with the name.
    """
    name = PurePath(target).name
    if name.strip() in {"", ".."}:
        raise UsageError(_("No file is named."), hint=_("Write a name, such as 清单.xlsx."))
    if _CONTROLS.search(name):
        raise UsageError(
            _("A file name cannot hold a line break or a control character."),
            hint=_("Leave it out."),
        )
    if found := _FORBIDDEN.search(name):
        raise UsageError(
            _("A file name cannot hold “{character}”: {name}.").format(
                character=found[0], name=name
            ),
            hint=_("Windows cannot keep such a file; leave the character out."),
        )
    if _DEVICE.fullmatch(name) or name.endswith((".", " ")):
        raise UsageError(
            _("“{name}” cannot be the name of a file.").format(name=name),
            hint=_("Windows cannot keep such a file; choose another name."),
        )
    if len(name.encode("utf-8", "surrogatepass")) > MAX_NAME_BYTES:
        raise UsageError(
            _("The file name is too long: {name}…").format(name=name[:20]),
            hint=_("About {count} Chinese characters are the most.").format(
                count=MAX_NAME_BYTES // 3
            ),
        )


def ending_of(target: str, known: Iterable[str]) -> str:
    """Return the ending of a file name in small letters; the format follows it.

    Args:
        target: the file as it was typed.
        known: the endings that can be written.

    Raises:
        UsageError: there is none, nothing stands before it, or it is another.
    """
    path, endings = PurePath(target), tuple(known)
    ending = path.suffix.lower()
    if ending in endings:
        return ending
    hint = _("Use one of: {known}.").format(known=_(", ").join(endings))
    if not ending and path.name.startswith("."):
        raise UsageError(
            _("Nothing stands before “{ending}”: the file has no name.").format(ending=path.name),
            hint=_("Write a name, such as 清单{ending}.").format(ending=endings[0]),
        )
    if not ending:
        raise UsageError(
            _("“{name}” has no ending that says what kind of file it is.").format(name=path.name),
            hint=hint,
        )
    raise UsageError(
        _("A file ending in “{ending}” cannot be written here.").format(ending=ending), hint=hint
    )
