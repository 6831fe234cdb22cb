"""Files and piped text from outside, read within bounds: nobody knows what stands in them."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TextIO

from jinlin.core.errors import FileError
from jinlin.core.files.disk import is_too_long
from jinlin.core.i18n import _

MAX_TEXT: Final = 2**18
"""The most bytes of a text that people write by hand: settings, a scheme, a notice, some lines."""
MAX_TOML: Final = 2**16
"""The most bytes of settings or a scheme."""
MAX_LINE: Final = 2000
"""The most characters of a line of TOML but for comments: a key of 20 000 parts takes minutes."""
_NO_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f\ufffd]")
"""What stands in no text; U+FFFD is where bytes could not be decoded."""


def read_file(path: Path, most: int | None) -> bytes:
    """Return the whole content of a regular file.

    Args:
        path: the file; a pipe or a device is not opened, as it may never end.
        most: the most bytes it may have; None for any number.

    Raises:
        FileError: it is not there, is something else, cannot be read, or is too large.
    """
    try:
        check_regular(path)
        with path.open("rb") as file:
            data = file.read(-1 if most is None else most + 1)
    except FileNotFoundError as error:
        if is_too_long(path, error):
            raise _unreadable(path, error) from error
        raise FileError(
            _("There is no file {path}.").format(path=path),
            hint=_("Check its name and folder."),
            missing=path,
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise _unreadable(path, error) from error
    if most is not None and len(data) > most:
        raise _too_large(path, most)
    return data


def read_text(path: Path) -> str:
    """Return a text that somebody wrote into a file.

    Raises:
        FileError: it is not there, cannot be read, is no text, or longer than anybody writes.
    """
    content = read_file(path, MAX_TEXT)
    for text in decodings(content):
        if not _NO_TEXT.search(text):
            return text
    raise FileError(
        _("{path} is no text file.").format(path=path),
        hint=_("Save it as text (.txt), and name that file."),
    )


def decodings(content: bytes) -> Iterator[str]:
    """Yield what bytes may say as text: in UTF-8, then as Windows in China keeps it.

    Excel's “Unicode text” and whatever the old PowerShell's `>` writes is UTF-16, and begins so.
    """
    wide = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            yield content.decode(encoding)


def check_regular(path: Path) -> None:
    """Refuse what is there and no file, before it is opened: a pipe or a device may never end.

    Raises:
        FileError: it is a folder, a pipe or a device.
        OSError: the system does not say what it is.
    """
    if path.is_dir():
        raise FileError(
            _("{path} is a folder.").format(path=path),
            hint=_("Name the file in it that is to be read."),
        )
    if path.exists() and not path.is_file():
        raise FileError(
            _("{path} is a pipe or a device, not a file.").format(path=path),
            hint=_("Save it as a file first, and name that."),
        )


def _unreadable(path: Path, error: Exception) -> FileError:
    if isinstance(error, OSError) and is_too_long(path, error):
        return FileError(
            _("The file name is too long: {name}…").format(name=path.name[:20]),
            hint=_("Check it; a file with such a name cannot exist."),
            detail=str(error),
        )
    return FileError(
        _("{path} cannot be read.").format(path=path),
        hint=_("If it is open in Excel or WPS, close it there; then try again."),
        detail=str(error),
    )


def _too_large(path: Path, most: int) -> FileError:
    mega = 2**20
    if most < mega:
        return FileError(
            _("{path} is larger than {size} KB.").format(path=path, size=most // 2**10),
            hint=_("So long a text nobody writes by hand: check that it is the right file."),
        )
    return FileError(
        _("{path} is larger than {size} MB.").format(path=path, size=most // mega),
        hint=_("Split it, or leave out pictures and columns that are not needed."),
    )


def piped_text(stream: TextIO, *, to_empty_line: bool = False) -> Iterator[str]:
    """Return the lines that are typed or piped in, as they come.

    Args:
        stream: where they come from.
        to_empty_line: an empty line ends them, as on a terminal.

    Raises:
        FileError: it is no text, or more than anybody types.
    """
    left = MAX_TEXT
    while line := stream.readline(left + 1):
        left -= len(line)
        if left < 0:
            raise FileError(
                _("More than {size} KB are piped in.").format(size=MAX_TEXT // 2**10),
                hint=_("Check that it is the right text, or save it as a table and import that."),
            )
        if _NO_TEXT.search(line):
            raise FileError(
                _("What is piped in is no text."),
                hint=_("It must be text in UTF-8, one entry a line."),
            )
        if to_empty_line and not line.strip():
            return
        yield line


def read_toml(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Return what TOML from outside says.

    Args:
        text: the TOML.
        parse_float: makes a value of a number with a point or an exponent.

    Raises:
        ValueError: it is no TOML, or deeper or wider than any that people write.
    """
    import tomllib

    if len(text) > MAX_TOML:
        raise ValueError(_("it is larger than {size} KB").format(size=MAX_TOML // 2**10))
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > MAX_LINE and not line.lstrip().startswith("#"):
            raise ValueError(
                _("line {row} has more than {count} characters").format(row=number, count=MAX_LINE)
            )
    try:
        return tomllib.loads(text, parse_float=parse_float)
    except RecursionError as error:
        raise ValueError(_("it is nested too deeply")) from error
