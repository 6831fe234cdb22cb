"""`jinlin member post show`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import N_, _
from jinlin.core.said import TODAY, SaidDay
from jinlin.member.commands.post.list import body_column, over_column, show_posts
from jinlin.member.posts.carriages import SEATS
from jinlin.member.posts.cross_posting import Sitting, sitting
from jinlin.member.posts.holdings import PostRow, posts_of
from jinlin.member.posts.terms import Ending, ending
from jinlin.member.rules.cross_posting import TONES, Conflict, Share, Tone
from jinlin.output.command.kinds import BOUND_DAY, WHO
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record
from jinlin.output.listing.values import percent
from jinlin.store.command.command import reading


def show_(
    call: Call,
    who: Annotated[str | None, WHO.argument(help=N_("The posts of one person, ever."))] = None,
    on: Annotated[SaidDay, BOUND_DAY.option("--date", help=N_("On which day."))] = TODAY,
) -> None:
    if who is not None:
        with reading(call) as reader:
            posts = posts_of(reader, find_person(reader, who).id)
            today = reader.clock.today.isoformat()
        show_posts(call, posts, today)
        return
    with reading(call) as reader:
        day = on.on(reader.clock)
        found = sitting(reader, on=day)
        terms = ending(reader, on=day)
    crossed, party = found.picture.crossed, found.picture.party_in_committee
    show(
        call,
        Record(
            title=_("Who sits where on {day}").format(day=day.isoformat()),
            columns=(
                Column(key="one_three_n", heading=_("1+3+N")),
                Column(key="cross_posting", heading=_("Cross-posting"), kind=Kind.RATE),
                Column(key="target", heading=_("Target"), kind=Kind.RATE),
                Column(
                    key="party_in_owners_committee",
                    heading=_("Party members in the owners' committee"),
                    kind=Kind.RATE,
                ),
            ),
            values=(found.one_three_n, crossed.rate, found.target, party.rate),
            listings=tuple(
                part
                for part in (_bodies(found), _people(found), _conflicts(found), _terms(terms))
                if part.rows
            ),
            notes=tuple(_notes(found, day)),
            extra={
                "committee": crossed.whole,
                "cross_posted": crossed.part,
                "owners_committee": party.whole,
                "owners_committee_in_party": party.part,
            },
        ),
    )  # fmt: skip


def _bodies(found: Sitting) -> Listing:
    return Listing(
        key="bodies",
        title=_("By body"),
        columns=(
            body_column(),
            Column(key="seats", heading=_("Seats"), kind=Kind.INTEGER),
            Column(key="people", heading=_("Persons"), kind=Kind.INTEGER),
            Column(key="in_party", heading=_("Party members"), kind=Kind.INTEGER),
        ),
        rows=[
            (one.body, found.seats.get(one.body), one.people, one.in_party)
            for one in found.picture.bodies
        ],
    )


def _people(found: Sitting) -> Listing:
    """Return everybody in a post, with all her posts in one line; most bodies first."""
    posts: dict[int, list[PostRow]] = {}
    for post in found.posts:
        posts.setdefault(post.person.id, []).append(post)
    rows = [
        (
            held[0].person.label,
            held[0].person.name,
            held[0].in_party,
            len({post.held.body for post in held}),
            "、".join(post.held.text for post in held),
        )
        for held in posts.values()
    ]
    return Listing(
        key="people",
        title=_("People in a post"),
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="name", heading=_("Name")),
            Column(key="in_party", heading=_("Party member"), kind=Kind.BOOLEAN),
            Column(key="bodies", heading=_("Bodies"), kind=Kind.INTEGER),
            Column(key="posts", heading=_("Posts")),
        ),
        rows=sorted(rows, key=lambda row: -row[3]),
    )


def _conflicts(found: Sitting) -> Listing:
    return Listing(
        key="conflicts",
        title=_("To be looked at"),
        columns=(
            Column(key="name", heading=_("Name")),
            Column(key="tone", heading=_("Weight"), labels=Tone.labels()),
            Column(key="conflict", heading=_("Combination"), labels=Conflict.labels()),
        ),
        rows=[(post.person.name, TONES[what], what) for post, what in found.conflicts],
    )


def _terms(terms: list[Ending]) -> Listing:
    return Listing(
        key="terms",
        title=_("Terms that end soon or are over"),
        columns=(
            Column(key="ends_on", heading=_("Ends on"), kind=Kind.DATE),
            Column(key="months", heading=_("Within months"), kind=Kind.INTEGER),
            over_column(),
            Column(key="name", heading=_("Name")),
            Column(key="post", heading=_("Post")),
        ),
        rows=[
            (
                term.ends_on,
                term.months,
                "over" if term.over else None,
                term.person.name if term.person else None,
                term.held.text if term.person else _("the whole branch: re-election"),
            )
            for term in terms
        ],
    )


def _notes(found: Sitting, day: date) -> list[str]:
    crossed, party = found.picture.crossed, found.picture.party_in_committee
    notes = [*_seats(found)]
    if crossed.whole:
        said = _(
            "Cross-posting: of {whole} in posts of the branch, {part} ({rate}) sit in another body."
        )
        notes.append(_in_words(said, crossed))
    if party.whole:
        said = _("Of {whole} in the owners' committee, {part} ({rate}) are Party members.")
        notes.append(_in_words(said, party))
    if found.target is None:
        notes.append(
            _("No target is set; if the street has one: jinlin config set 交叉任职目标 60%")
        )
    else:
        notes.append(
            _("Target: {target}, set with jinlin config set.").format(target=percent(found.target))
        )
    if found.others is None:
        notes.append(
            _("Who N are is for the street to say: jinlin config set N 志愿服务队、共建单位")
        )
    if not found.posts:
        notes.append(_("Nobody holds a post on {day}.").format(day=day.isoformat()))
    return notes


def _seats(found: Sitting) -> Iterator[str]:
    """Yield of which body more or fewer are recorded than it has seats, or its seats unknown."""
    people = {one.body: one.people for one in found.picture.bodies}
    for body, key in SEATS.items():
        size, count = found.seats.get(body), people.get(body, 0)
        if size is None and count:
            yield _("How many seats {body} has is not on record: jinlin config set {key} 7").format(
                body=body.label, key=_(key)
            )
        elif size is not None and count < size:
            yield _("{body}: {count} of {seats} seats are taken; vacant: {vacant}.").format(
                body=body.label, count=count, seats=size, vacant=size - count
            )
        elif size is not None and count > size:
            yield _("{body}: {count} are recorded for {seats} seats.").format(
                body=body.label, count=count, seats=size
            )


def _in_words(text: str, share: Share) -> str:
    rate = "" if share.rate is None else percent(share.rate)
    return text.format(whole=share.whole, part=share.part, rate=rate)
