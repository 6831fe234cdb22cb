"""Pages to hand in, such as minutes: printed, or written to a file whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any, BinaryIO, Final

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import UsageError
from jinlin.core.files.filenames import ending_of
from jinlin.core.i18n import _
from jinlin.core.text import shown
from jinlin.documents.page import Page
from jinlin.output.delivery.files import tell_where
from jinlin.output.listing.paging import by_screens
from jinlin.output.listing.stream import handing_on
from jinlin.store.file.own_files import TEMPLATES

ENDINGS: Final = (".docx", ".html", ".md", ".txt", ".json")


def show_pages(
    call: Call, pages: Sequence[Page], *, data: dict[str, Any], template: str, persons: int = 0
) -> None:
    """Print pages, or write them to the file that was named.

    Args:
        call: the command.
        pages: what is handed in; a Word file begins a new sheet of paper with each.
        data: what `--json` and a file ending in `.json` hold, beside the page as Markdown.
        template: the name of the Word file in `模板` that frames a Word document, if it is there.
        persons: of how many people it tells, where the call unmasks them.

    Raises:
        UsageError: two forms at once, a file ending that is not known, or nobody can confirm.
        FileError: the file cannot be written, or the template cannot be used.
    """
    check_page(call)
    if call.output:
        if not call.unmask:
            _save(call, call.output, pages, data, template)
            return
        from jinlin.output.delivery.disclosure import disclosed

        with disclosed(call, call.output, persons) as held:
            _save(held, call.output, pages, data, template)
        return
    with handing_on(call.environment.stdout), by_screens(call) as held:
        _print(held, pages, data)


def _print(call: Call, pages: Sequence[Page], data: dict[str, Any]) -> None:
    stdout = call.environment.stdout
    if call.json:
        stdout.flush()
        stdout.buffer.write(_with_text(pages, data))
        stdout.buffer.flush()
    elif call.md:
        from jinlin.documents.markdown import markdown_of

        stdout.flush()
        stdout.buffer.write(markdown_of(pages).encode())
        stdout.buffer.flush()
    else:
        from jinlin.documents.screen import PAGE_WIDTH, text_of
        from jinlin.output.listing.screen import screen_width

        stdout.write(shown(text_of(pages, columns=min(screen_width(call), PAGE_WIDTH))))


def check_page(call: Call, *, also: Sequence[str] = ()) -> None:
    """Refuse a page that could not be handed over; what writes first asks this before it does.

    Args:
        call: the command.
        also: further endings of files the command writes, though not as a page.

    Raises:
        UsageError: two forms at once, or a file ending that is not known.
        FileError: there is a file already, or nobody can look.
    """
    if call.json and call.md:
        raise UsageError(_("Choose one of --json and --md."), hint=_("Give only one of them."))
    if not call.output:
        return
    from jinlin.output.delivery.files import check_free

    if _ending(call.output) not in ENDINGS:
        ending_of(call.output, (*ENDINGS, *also))
    check_free(call, call.output)


def template_of(call: Call, name: str) -> Path:
    """Return where a branch's own template of this name is, or would be."""
    return database_path(call).parent / TEMPLATES / f"{name}.docx"


def _ending(target: str) -> str:
    return PurePath(target).suffix.lower()


def _save(
    call: Call, target: str, pages: Sequence[Page], data: dict[str, Any], template: str
) -> None:
    from jinlin.output.delivery.files import write_whole

    own = template_of(call, template)
    framed = _ending(target) == ".docx" and own.is_file()
    unknown: set[str] = set()

    def write(file: BinaryIO) -> None:
        if _ending(target) == ".docx":
            from jinlin.documents.word import document as docx

            unknown.update(docx.write_docx(file, pages, template=own if framed else None))
        else:
            file.write(_encoded(pages, data, _ending(target)))

    path = write_whole(call, target, write)
    tell_where(call, path)
    if framed:
        call.tell(_("In the look of {template}.").format(template=own))
    if unknown:
        call.tell(
            _("The template has names that are not known here, left blank: {names}.").format(
                names=_(", ").join(sorted(unknown))
            ),
        )


def _encoded(pages: Sequence[Page], data: dict[str, Any], ending: str) -> bytes:
    match ending:
        case ".html":
            from jinlin.documents.html import html_of

            return html_of(pages).encode()
        case ".md":
            from jinlin.documents.markdown import markdown_of

            return markdown_of(pages).encode()
        case ".txt":
            from jinlin.documents.screen import text_of

            return text_of(pages).encode("utf-8-sig")
    return _with_text(pages, data)


def _with_text(pages: Sequence[Page], data: dict[str, Any]) -> bytes:
    from jinlin.documents.markdown import markdown_of

    return _json({**data, "markdown": markdown_of(pages)})


def _json(data: dict[str, Any]) -> bytes:
    from jinlin.output.listing.formats import json_document

    return json_document(data)
