"""A page of text, such as minutes: printed, or written to a file whole."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, BinaryIO

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import shown
from jinlin.output.show import tell


def show_page(call: Call, markdown: str, *, data: dict[str, Any]) -> None:
    """Print a page, or write it to the file that was named.

    Args:
        call: the command.
        markdown: the page.
        data: what `--json` and a file ending in `.json` hold instead.

    Raises:
        UsageError: two forms at once, or a file ending that is not known.
        FileError: the file cannot be written.
    """
    check_page(call)
    if call.output:
        _save(call, call.output, markdown, data)
        return
    stdout = call.environment.stdout
    if call.json:
        stdout.flush()
        stdout.buffer.write(_json(data))
        stdout.buffer.flush()
    else:
        stdout.write(shown(markdown))


def check_page(call: Call) -> None:
    """Refuse a page that could not be handed over; what writes first asks this before it does.

    Raises:
        UsageError: two forms at once, or a file ending that is not known.
        FileError: there is a file already, or nobody can look.
    """
    if call.json and call.md:
        raise UsageError(_("Choose one of --json and --md."), hint=_("Give only one of them."))
    if not call.output:
        return
    from jinlin.output.files import check_free

    ending = _ending(call.output)
    if ending not in {".md", ".json"}:
        raise UsageError(
            _("A file ending in “{ending}” cannot be written here.").format(
                ending=ending or call.output
            ),
            hint=_("Use one of: {known}.").format(known=".md、.json"),
        )
    check_free(call, call.output)


def _ending(target: str) -> str:
    return PurePath(target).suffix.lower()


def _save(call: Call, target: str, markdown: str, data: dict[str, Any]) -> None:
    from jinlin.output.files import write_whole

    def write(file: BinaryIO) -> None:
        file.write(markdown.encode() if _ending(target) == ".md" else _json(data))

    path = write_whole(call, target, write)
    tell(call, _("Written to {path}.").format(path=path))


def _json(data: dict[str, Any]) -> bytes:
    from jinlin.output.formats import json_document

    return json_document(data)
