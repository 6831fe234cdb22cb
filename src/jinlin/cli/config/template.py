"""`jinlin config template`: the Word files in whose look papers are written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.errors import FileError, NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.documents.page import Form
from jinlin.documents.word.template import ABOVE, BELOW, BODY, TITLE, write_template
from jinlin.output.command.kind import WordKind
from jinlin.output.delivery.files import file_error, write_whole
from jinlin.output.delivery.page import template_of
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Cell, Listing, On


class TemplatePaper(NamedTuple):
    """A paper that may have a template.

    Attributes:
        form: how it is set where there is none.
        command: what writes it.
        names: what its template may name besides 题上, 标题, 题下 and 正文.
    """

    form: Form
    command: str
    names: tuple[str, ...] = ()


_OF_A_MEETING: Final = ("会议名称", "编号", "时间", "地点", "主持", "记录")
PAPERS: Final = {
    "月报": TemplatePaper(Form.OFFICIAL, "report monthly"),
    "上报单": TemplatePaper(Form.SHEET, "issue escalate", ("编号", "层级", "日期")),
    "上门清单": TemplatePaper(Form.SHEET, "issue visits"),
    "移交清单": TemplatePaper(Form.OFFICIAL, "db handover"),
    "经费公开": TemplatePaper(Form.SHEET, "branch fund page"),
    "项目公开": TemplatePaper(Form.DENSE, "project page"),
    "比选记录": TemplatePaper(Form.SHEET, "project page"),
    "红管家名单": TemplatePaper(Form.OFFICIAL, "team roster"),
    "报到回执": TemplatePaper(Form.SHEET, "member report-in receipt"),
    "征求意见复函": TemplatePaper(Form.OFFICIAL, "member opinion letter"),
    "个人信息告知书": TemplatePaper(Form.SHEET, "household consent-form"),
    "入户征询表": TemplatePaper(Form.SHEET, "household question-form"),
    "议题清单": TemplatePaper(Form.OFFICIAL, "meeting agenda", _OF_A_MEETING),
    "会议通知": TemplatePaper(Form.OFFICIAL, "meeting notify", _OF_A_MEETING),
    "签到表": TemplatePaper(Form.SHEET, "meeting signin", _OF_A_MEETING),
    "表决票": TemplatePaper(Form.SHEET, "meeting ballot-paper", _OF_A_MEETING),
    "选票": TemplatePaper(Form.SHEET, "meeting election-paper", _OF_A_MEETING),
    "会议记录": TemplatePaper(Form.OFFICIAL, "meeting minutes", _OF_A_MEETING),
    "会议纪要": TemplatePaper(Form.OFFICIAL, "meeting summary", _OF_A_MEETING),
    "决议公开": TemplatePaper(Form.OFFICIAL, "meeting publish", _OF_A_MEETING),
}
"""The papers by the names of their templates."""
ALWAYS: Final = (ABOVE, TITLE, BELOW, BODY)
"""What every template may name."""


def _paper(text: str) -> str:
    """Return the name of a paper.

    Raises:
        NotFoundError: there is none such.
    """
    for paper in PAPERS:
        if compact(paper) == compact(text):
            return paper
    raise NotFoundError(
        _("There is no paper “{name}”.").format(name=text),
        hint=_("Choose from: {choices}.").format(choices=_(", ").join(PAPERS)),
    )


PAPER: Final = WordKind("paper", N_("PAPER"), _paper)


def template(
    call: Call,
    paper: Annotated[str | None, PAPER.argument(help=N_("Such as 月报; without it, all."))] = None,
) -> None:
    if paper is None:
        show(call, _papers(call))
        return
    path = template_of(call, paper)
    if path.exists() and not call.force:
        raise FileError(
            _("There is a template already: {path}.").format(path=path),
            hint=_("Edit it in Word or WPS; --force replaces it with the usual look."),
        )
    if not call.dry_run:
        _make_folder(path.parent)
        write_whole(call, str(path), lambda file: write_template(file, PAPERS[paper].form))
    done(
        call,
        _("Template of {paper}: {path}").format(paper=paper, path=path),
        number=str(path),
        data={"paper": paper, "path": str(path)},
    )
    call.tell(
        _("Edit it in Word or WPS; keep {body} where the text belongs.").format(body="{{正文}}"),
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise file_error(folder, error) from error


def _papers(call: Call) -> Listing:
    return Listing.of(
        "papers",
        _("Papers that may have a template"),
        (
            Cell("paper", _("Paper"), lambda paper: paper),
            Cell("command", _("Written by"), lambda paper: f"jinlin {PAPERS[paper].command}"),
            Cell(
                "names",
                _("Names it knows"),
                lambda paper: _(", ").join((*ALWAYS, *PAPERS[paper].names)),
            ),
            Cell(
                "own",
                _("Own template"),
                lambda paper: template_of(call, paper).is_file(),
                Kind.BOOLEAN,
            ),
            Cell("path", _("Where"), lambda paper: str(template_of(call, paper)), on=On.FILES),
        ),
        PAPERS,
        notes=(_("For example: jinlin config template 月报"),),
    )
