"""`jinlin notice post`: typed, or drawn from records."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import inner_numbers
from jinlin.core.said import SaidDay, day_on
from jinlin.core.text import clean, listed
from jinlin.documents.page import Page
from jinlin.notice import actions, queries
from jinlin.notice.commands.shared import notice_data, period_told
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.matters import Mark, matters
from jinlin.notice.rules.notices import is_number, notice_label, parse_number
from jinlin.output.asking import confirm
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import PAST_DAY
from jinlin.output.delivery.show import done
from jinlin.report.board import purse_disclosure
from jinlin.report.board.composition import Defaults, defaults, hanging_already
from jinlin.report.board.guard import Guard, HiddenKind, check_may_hang, hidden_told, public_page
from jinlin.report.commands.notice.interview import NoticeWords, asked
from jinlin.store.command.command import reading, writing
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader, Tx


class Seen(NamedTuple):
    """What everybody will read of a notice.

    Attributes:
        notice: it as it will stand.
        page: the sheet.
        hidden: what nobody can read on it, by kind.
        likely: what is to be said of what only looks like a name.
    """

    notice: NoticeRow
    page: Page
    hidden: Counter[HiddenKind]
    likely: str


class Written(NamedTuple):
    """A notice that was written, and what is to be said of it.

    Attributes:
        marked: how many entries of the purses were marked as disclosed.
        uncounted: the years whose public holidays are not known.
    """

    notice: NoticeRow
    marked: int
    uncounted: list[int]


def _title(text: str) -> int | str:
    return parse_number(text) if is_number(text) else clean(text)


_TITLE: Final = WordKind("notice or name", N_("TITLE|N12"), _title)


def post(
    call: Call,
    *,
    title: Annotated[
        int | str | None, _TITLE.argument(help=N_("What it is about; or a draft to post."))
    ] = None,
    words: NoticeWords,
    day: Annotated[
        SaidDay | None,
        PAST_DAY.option("--date", help=N_("The day it was put up, today otherwise.")),
    ] = None,
    draft: Annotated[
        bool, flag("--draft", help=N_("Keep it as a draft; it is not up yet."))
    ] = False,
) -> None:
    if isinstance(title, int):
        if draft or words != NoticeWords():
            raise UsageError(
                _("A draft is posted as it stands."),
                hint=_("Change it first: jinlin notice edit {number}").format(
                    number=notice_label(title)
                ),
            )
        _post_draft(call, title, day)
        return
    if words.which is not None and words.source is None:
        raise UsageError(
            _("--of says which records; from which is missing."),
            hint=_("For example: --from issues --of 10"),
        )
    _post_new(call, title, words, day, draft=draft)


def _post_new(
    call: Call, title: str | None, words: NoticeWords, day: SaidDay | None, *, draft: bool
) -> None:
    with reading(call) as reader:
        usual = defaults(reader, words.source, words.which, words.matter, words.about)
    new = asked(call, title, words, usual, draft=draft)
    with reading(call) as reader:
        new = new._replace(posted_on=None if draft else day_on(day, reader.clock))
        seen = _seen(reader, actions.foreseen(reader, new))
        first = hanging_already(reader, new, words.which) if words.source else None
    if first is not None:
        _ask_whether_again(call, first)
    _show_what_hangs(call, seen)
    _tell_taken_over(call, words, new, usual)
    for sentence in usual.drawn.told:
        call.tell(sentence)
    _ask_whether_to_post(call, seen)
    with writing(call) as tx:
        written = _written(tx, actions.post(tx, new))
    _tell(call, written, seen)


def _post_draft(call: Call, number: int, day: SaidDay | None) -> None:
    with reading(call) as reader:
        found = queries.find_notice(reader, number)
        actions.check_draft(found)
        on = day_on(day, reader.clock)
        seen = _seen(reader, actions.hanging_from(reader, found, on))
    _show_what_hangs(call, seen)
    _ask_whether_to_post(call, seen)
    with writing(call) as tx:
        written = _written(tx, actions.post_draft(tx, found.number, on=on))
    _tell(call, written, seen)


def _seen(reader: Reader, notice: NoticeRow) -> Seen:
    """Return what everybody will read of a notice.

    Raises:
        RuleError: it is about what stays in the house.
    """
    guard = Guard(reader)
    check_may_hang(guard, notice.about)
    page = public_page(guard, guard.notice(notice), [])
    return Seen(notice, page, guard.hidden, guard.likely_told)


def _tell_taken_over(
    call: Call, words: NoticeWords, new: actions.NewNotice, usual: Defaults
) -> None:
    """Say what of an earlier notice stands on this one too, where nobody typed it."""
    if usual.places_of and not words.told.places and new.places == tuple(listed(usual.places)):
        call.tell(
            _("Places as on {notice}: {places}. Other ones: --place").format(
                notice=usual.places_of, places=usual.places
            ),
        )
    if usual.contact_of and not words.told.contact and new.contact == usual.contact:
        call.tell(
            _("Where to object as on {notice}: {contact}. Another one: --contact").format(
                notice=usual.contact_of, contact=usual.contact
            ),
        )


def _show_what_hangs(call: Call, seen: Seen) -> None:
    """Show the whole sheet before it is up."""
    from jinlin.documents.screen import PAGE_WIDTH, page_lines
    from jinlin.output.listing.screen import screen_width

    call.tell(_("Will hang: {text}").format(text=seen.page.title))
    page = seen.page._replace(title="", code="")
    for line in page_lines(page, columns=min(screen_width(call), PAGE_WIDTH)):
        if line.strip():
            call.tell(line)


def _ask_whether_to_post(call: Call, seen: Seen) -> None:
    """Ask on a terminal whether it is to be up, with for how long.

    A draft is public to nobody; of it is asked only where something is hidden.
    """
    asked = []
    if any(seen.hidden.values()):
        asked.append(_("Something is hidden in it."))
    if seen.notice.posted_on is not None:
        asked.append(_("Once it is up everybody reads it."))
        asked.append(period_told(seen.notice))
    if asked and call.environment.interactive:
        confirm(call, " ".join(asked))


def _ask_whether_again(call: Call, first: NoticeRow) -> None:
    """Ask whether what hangs already is to be posted once more."""
    confirm(
        call,
        _("{number} hangs since {day} and tells the same: {title}.").format(
            number=first.label, day=first.posted_on, title=first.title
        ),
    )


def _written(tx: Tx, notice: NoticeRow) -> Written:
    uncounted = (
        calendar(tx).unknown_years(notice.posted_on, notice.ends_on)
        if notice.posted_on and notice.ends_on
        else []
    )
    return Written(notice, purse_disclosure.mark(tx, notice), uncounted)


def _tell(call: Call, written: Written, seen: Seen) -> None:
    """Say what was written, how long it hangs, what is hidden in public and what comes next."""
    notice = written.notice
    up = notice.posted_on is not None
    text = _("{number} {title}: posted on {day}.") if up else _("{number} {title}: a draft.")
    done(
        call,
        text.format(number=notice.label, title=notice.title, day=notice.posted_on),
        number=notice.label,
        data={**notice_data(notice), "hidden": {k: n for k, n in seen.hidden.items() if n}},
    )
    _tell_period(call, written)
    if hidden := hidden_told(seen.hidden):
        said = (
            _(
                "Hidden in public: {what}. Whoever agreed in writing, or acts in a post, may be"
                " named: --name NAME"
            )
            if seen.hidden[HiddenKind.NAMES]
            else _("Hidden in public: {what}.")
        )
        call.tell(said.format(what=hidden))
    if notice.matter == "steward_roster":
        call.tell(_("Whoever is named on it has agreed to that in writing."))
    if seen.likely:
        call.tell(seen.likely)
    if inner := inner_numbers(f"{notice.title}\n{notice.body}\n{notice.basis}"):
        call.tell(
            _("{numbers} on it tells residents nothing: write what it is called.").format(
                numbers=_(", ").join(inner)
            ),
        )
    if written.marked:
        call.tell(_("Marked as disclosed: {count}.").format(count=written.marked))
    call.tell(
        _("For the board: jinlin notice print {number} -o 公示.docx").format(number=notice.label),
    )
    if not up:
        call.tell(_("Once it is up: jinlin notice post {number}").format(number=notice.label))


def _tell_period(call: Call, written: Written) -> None:
    """Say how long it hangs, how sure that is, and who should witness it."""
    notice = written.notice
    call.tell(period_told(notice))
    if written.uncounted:
        call.tell(
            _(
                "The public holidays of {years} are not known yet: Monday to Friday were counted. "
                "See: jinlin config holidays"
            ).format(years=_(", ").join(map(str, written.uncounted))),
        )
    matter = matters().get(notice.matter or "")
    if matter is None:
        return
    if matter.mark is Mark.UNCERTAIN:
        call.tell(_("This rule is of another place: ask the street which one holds here."))
    if matter.witness and not notice.witness:
        call.tell(
            _("It should be witnessed by: {who} (--witness).").format(who=matter.witness.label),
        )
