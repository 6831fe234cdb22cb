"""One set of figures in the edition and the form that were asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Annotated, Any, Final, NamedTuple, Self

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.columns import Kind
from jinlin.core.days.stretch import Length, Stretch
from jinlin.core.errors import UsageError
from jinlin.core.files.reading import read_text
from jinlin.core.i18n import N_, _, speaking
from jinlin.core.said import Said
from jinlin.core.text import clean
from jinlin.documents.page import Page
from jinlin.issue.privacy.publicity import KeptBack
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.issue.record.categories import category_labels
from jinlin.meeting.commands.withheld import tell_kept
from jinlin.meeting.record.ties import ties, withheld
from jinlin.output.asking import Question, answers, one_of
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.files import tell_where, write_whole
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import show
from jinlin.output.listing.discretion import Redaction
from jinlin.output.listing.listing import Cell, Listing, Record, rows_wanted
from jinlin.report.edition.drill_down import CountedIssue, figure_named, issues_behind
from jinlin.report.edition.figures_json import figures_json
from jinlin.report.edition.filed_pages import told
from jinlin.report.edition.filed_reports import Filed, differences, file_report, last_filed
from jinlin.report.edition.full_json import full_json
from jinlin.report.edition.pages import own_page, page_to_write_on, report_pages
from jinlin.report.edition.tables import category_sheet
from jinlin.report.edition.wording import Wording, wording
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import FullFigures
from jinlin.report.figures.full_queries import full_figures
from jinlin.report.figures.public import public_figures
from jinlin.report.figures.queries import period_figures
from jinlin.report.rules.due import stretch_due
from jinlin.report.rules.own_words import OwnWords, own_words
from jinlin.store.command.command import reading, writing
from jinlin.store.history.chain import printed
from jinlin.store.transaction.tx import Reader

_SHEETS: Final = (".xlsx", ".csv")
"""Endings of files that hold the tables behind a report."""
TEMPLATES: Final = {
    Length.WEEK: "周报", Length.MONTH: "月报", Length.QUARTER: "季报", Length.YEAR: "年度总结",
}  # fmt: skip


_FIGURE: Final = WordKind("figure", N_("FIGURE"), clean)


class Edition(NamedTuple):
    """What is asked of a report."""

    full: Annotated[
        bool,
        flag(
            "--full",
            help=N_("With the unfinished issues, comparisons, times, stewards and charts."),
        ),
    ] = False
    public: Annotated[
        bool, flag("--public", help=N_("The edition that is posted: no Party matters, no names."))
    ] = False
    final: Annotated[
        bool, flag("--final", help=N_("Keep the figures as handed in; later ones correct them."))
    ] = False
    reason: Annotated[str | None, TEXT.option(help=N_("Why a filed report is corrected."))] = None
    figure: Annotated[
        str | None, _FIGURE.option(help=N_("The issues behind one, such as 超期."))
    ] = None


class _Reported(NamedTuple):
    """What is known of a period, in one reading of the database.

    Attributes:
        kept: what of its resolutions and action items stays in the house, by their labels.
        own: what the secretary wrote herself.
    """

    figures: PeriodFigures
    full: FullFigures | None
    filed: Filed | None
    clock: Clock
    kept: Mapping[str, KeptBack]
    own: tuple[OwnWords, ...] = ()

    def with_own(self, reader: Reader, text: str | None, *, public: bool) -> Self:
        """Return it with what the secretary wrote herself, as it may leave the house."""
        said = text or (self.filed and self.filed.own_text)
        if not said:
            return self
        form = Redaction.PUBLIC if public else Redaction.LIST
        [told] = discreet_texts(reader, [withheld(reader).text(said)], form=form)
        return self._replace(own=own_words(told))


def report(
    call: Call,
    said: Said[Stretch] | None,
    length: Length,
    edition: Edition,
    own_file: str | None = None,
) -> None:
    """Print the report on a period, or write it to the file named by `-o`.

    Args:
        call: the command.
        said: the period.
        length: how long it is.
        edition: what is asked of it.
        own_file: where what the secretary wrote herself stands; None where she did not say.

    Raises:
        UsageError: options that do not go together, a period or a file ending that is not known.
        NotFoundError: there is no figure of that name.
        RuleError: it is filed already and nothing has changed.
        FileError: the file cannot be written.
    """
    _check(call, edition, own_file)
    own = _own_text(call, own_file)
    if edition.figure is not None:
        _show_behind(call, said, length, edition.figure)
    elif edition.final:
        _file(call, said, length, edition, own)
    else:
        with reading(call) as reader:
            known = _known(call, reader, _stretch(said, length, reader.clock), edition)
            known = known.with_own(reader, own, public=edition.public)
        _hand_in(call, known, edition)
        if not edition.public:
            tell_kept(call, known.kept)
        if known.filed is not None:
            say = wording(speaking(), length)
            found = differences(known.filed, known.figures)
            for line in told(known.filed, found, known.clock, say):
                call.tell(line)


def _stretch(said: Said[Stretch] | None, length: Length, clock: Clock) -> Stretch:
    return said.on(clock) if said else stretch_due(length, clock)


def _own_text(call: Call, file: str | None) -> str | None:
    """Return what the secretary wrote herself; None where she named no file.

    Raises:
        UsageError: nothing stands in the file.
        FileError: it cannot be read.
    """
    if file is None:
        return None
    said = clean(read_text(call.environment.path(file)))
    if not said:
        raise UsageError(
            _("Nothing stands in {file}.").format(file=file), hint=_("Write the text into it.")
        )
    return said


def _check(call: Call, edition: Edition, own_file: str | None) -> None:
    if own_file is not None and (edition.figure is not None or _is_table(call)):
        raise UsageError(
            _("What you wrote yourself goes on the page, not into a table."),
            hint=_("Leave --text out, or write a page: -o FILE.docx"),
        )
    if edition.public and (edition.full or edition.final):
        raise UsageError(
            _("The public edition is neither full nor final."), hint=_("Leave one of them out.")
        )
    if edition.figure is not None and (edition.full or edition.public or edition.final):
        raise UsageError(
            _("The issues behind a figure are a list of their own, of no edition."),
            hint=_("Leave --full, --public and --final out, or --figure."),
        )
    if edition.reason is not None and not edition.final:
        raise UsageError(_("A reason goes with --final."), hint=_("Leave --reason out."))
    if edition.figure is None and not _is_table(call):
        check_page(call, also=_SHEETS)


def _known(call: Call, reader: Reader, stretch: Stretch, edition: Edition) -> _Reported:
    figures = period_figures(reader, stretch, author=call.user or "")
    filed = last_filed(reader, stretch)
    if filed is not None and filed.revision:
        figures = replace(figures, correction=filed.revision)
    full = full_figures(reader, figures.period) if edition.full else None
    listed = (*figures.resolutions, *figures.due_resolutions, *figures.due_actions)
    known = ties(reader).kept if listed else {}
    kept = {one.number: known[one.number] for one in listed if one.number in known}
    return _Reported(figures, full, filed, reader.clock, kept)


def _file(
    call: Call, said: Said[Stretch] | None, length: Length, edition: Edition, own: str | None
) -> None:
    """Keep the figures and hand the page in; where it cannot be written nothing is kept."""
    _ask_whether_over(call, said, length)
    with once_saved(call) as held, writing(call) as tx:
        known = _known(call, tx, _stretch(said, length, tx.clock), edition)
        filed = file_report(
            tx, known.figures, signed_by=tx.user, reason=edition.reason, own_text=own
        )
        figures = replace(known.figures, correction=filed.revision)
        known = known._replace(figures=figures, filed=filed).with_own(tx, own, public=False)
        _hand_in(held, known, edition)
    tell_kept(call, known.kept)
    call.tell(
        _("Filed, signed by {name}; SHA-256 of the figures: {digest}").format(
            name=filed.signed_by, digest=filed.digest[:16]
        ),
    )
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))


def _ask_whether_over(call: Call, said: Said[Stretch] | None, length: Length) -> None:
    """Ask on a terminal whether a period is filed that is not over; Enter is no.

    Raises:
        KeyboardInterrupt: it is not.
    """
    if call.yes or call.dry_run or not call.environment.interactive:
        return
    with reading(call) as reader:
        stretch = _stretch(said, length, reader.clock)
        if stretch.last < reader.clock.today:
            return
    no, yes = _("no"), _("yes")
    text = _("The period runs to {last} and is not over: file it all the same").format(
        last=stretch.last
    )
    question = Question("--yes", text, None, (no, yes), check=one_of((no, yes)), default=no)
    if answers(call, [question]) != [yes]:
        raise KeyboardInterrupt


def _hand_in(call: Call, known: _Reported, edition: Edition) -> None:
    figures = public_figures(known.figures) if edition.public else known.figures
    period = figures.period
    say = wording(speaking(), period.stretch.length, period.last_day.year)
    data = figures_json(figures) | (full_json(known.full) if known.full else {})
    if figures.period.stretch.length is Length.YEAR:
        data |= {"own_words": [_own_json(one) for one in known.own]}
    if PurePath(call.output or "").suffix.lower() == ".xlsx":
        _save_workbook(call, figures, known.full, say)
    elif _is_table(call):
        show(call, _sheet(figures, say))
    elif _is_json(call):
        show(call, Record(title="", columns=(), values=(), extra=data))
    else:
        code = "" if edition.public else _checksum(known, say, final=edition.final)
        pages = report_pages(
            figures,
            say,
            code=code,
            full=known.full,
            listed=rows_wanted(call),
            own=_own_page(call, known, figures, say),
        )
        show_pages(call, pages, data=data, template=TEMPLATES[figures.period.stretch.length])


def _own_page(call: Call, known: _Reported, figures: PeriodFigures, say: Wording) -> Page | None:
    """Return the page for what the secretary writes herself of a year; on Word one to write on."""
    if figures.period.stretch.length is not Length.YEAR:
        return None
    if known.own:
        return own_page(figures, say, known.own)
    on_paper = PurePath(call.output or "").suffix.lower() == ".docx" and not figures.public
    return page_to_write_on(figures, say) if on_paper else None


def _checksum(known: _Reported, say: Wording, *, final: bool) -> str:
    """Return the checksum at the foot: of a filed report its own, else that of the history."""
    if final and known.filed is not None:
        return say("page.filed", checksum=printed(known.filed.digest))
    return say("page.checksum", checksum=known.figures.letterhead.checksum)


def _own_json(words: OwnWords) -> dict[str, Any]:
    return {"part": words.part, "paragraphs": list(words.paragraphs)}


def _save_workbook(
    call: Call, figures: PeriodFigures, full: FullFigures | None, say: Wording
) -> None:
    """Write the workbook named by `-o`.

    Raises:
        FileError: it cannot be written.
    """
    from jinlin.documents.xlsx import write_tables
    from jinlin.report.edition.workbook import leaves

    sheets = list(leaves(figures, full, say))
    assert call.output is not None
    tell_where(call, write_whole(call, call.output, lambda file: write_tables(file, sheets)))


def _is_table(call: Call) -> bool:
    """Return whether a table is asked for, not a page."""
    if call.output:
        return PurePath(call.output).suffix.lower() in _SHEETS
    return call.csv


def _is_json(call: Call) -> bool:
    if call.output:
        return PurePath(call.output).suffix.lower() == ".json"
    return call.json


def _sheet(figures: PeriodFigures, say: Wording) -> Listing:
    columns, rows = category_sheet(figures, say)
    title = say("page.title", period=say.stretch(figures.period.stretch))
    return Listing(key="categories", title=title, columns=columns, rows=rows)


def _show_behind(call: Call, said: Said[Stretch] | None, length: Length, figure: str) -> None:
    say = wording(speaking(), length)
    name = figure_named(figure, say)
    with reading(call) as reader:
        figures = period_figures(reader, _stretch(said, length, reader.clock))
        found = issues_behind(reader, figures.period, name)
        clock = reader.clock
    title = f"{say.stretch(figures.period.stretch)} {say.label('columns', name, name)}"
    show(call, _behind(found, title, clock))


def _behind(found: list[CountedIssue], title: str, clock: Clock) -> Listing:
    return Listing.of(
        "issues",
        title,
        (
            Cell("number", _("Number")),
            Cell("category", _("Category"), labels=category_labels()),
            Cell("building", _("Building")),
            Cell("reported_at", _("Reported"), lambda one: clock.local(one.reported_at), Kind.TIME),
            Cell("due_on", _("Due on"), kind=Kind.DATE),
            Cell("steward", _("In charge"), "responsible"),
            Cell(
                "at",
                _("Counted at"),
                lambda one: clock.local(one.moment) if one.moment else None,
                Kind.TIME,
            ),
        ),
        found,
        total=len(found),
        empty=_("There is none."),
    )
