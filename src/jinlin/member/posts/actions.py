"""What a user can do with posts: somebody takes one, leaves it, or it was written down wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from jinlin.complex.household.people import find_person
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.text import compact
from jinlin.member.posts.holdings import PostRow, held_on, posts_of
from jinlin.member.rules.party_days import earlier
from jinlin.member.rules.posts import Body, Held, parse_held
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Tx


class NewPost(NamedTuple):
    """A post as it is said of somebody; days as ISO text.

    Attributes:
        title: as it was typed: `主任`, `业委会主任`.
        body: where it is held; None where the title says so.
        started_on: None for today, or when nobody knows where it has ended.
        ended_on: None without an end.
        source: the paper that says so.
        unit: which building, group or firm it is in.
    """

    title: str
    body: Body | None
    started_on: str | None = None
    ended_on: str | None = None
    source: str | None = None
    unit: str | None = None


def add_post(tx: Tx, person: PersonRow, said: NewPost) -> PostRow:
    """Record that somebody holds or held a post; it began today where nothing else was said.

    Raises:
        RuleError: the term ends before it begins, or she holds the post at that time already.
        UsageError: the title is none, or does not say where it is held.
    """
    held, today = parse_held(said.title, body=said.body, unit=said.unit), tx.clock.today.isoformat()
    begins, ends = said.started_on, said.ended_on
    if begins is None and (ends is None or ends > today):
        begins = today
    _check(begins, ends)
    for post in posts_of(tx, person.id):
        if post.held == held and _overlap(post, begins, ends):
            raise RuleError(
                _("{person} is {post} already.").format(
                    person=f"{person.label} {person.name}", post=held.text
                ),
                hint=_("End it first, or correct it: jinlin member post edit {person}").format(
                    person=person.label
                ),
            )
    row = tx.insert(
        "post",
        person_id=person.id,
        **held._asdict(),
        started_on=begins,
        ended_on=ends,
        source=said.source,
        term_to=_term_to(tx, held, ends),
    )
    _describe(
        tx,
        person,
        held,
        N_("{person} took the post {post}"),
        N_("take back that {person} took the post {post}"),
    )
    return next(post for post in posts_of(tx, person.id) if post.id == row)


def _term_to(tx: Tx, held: Held, ends: str | None) -> str | None:
    """Return when a post's term is over; None where it is history, and others sit there since."""
    if ends is None or ends > tx.clock.today.isoformat():
        return ends
    sits = any(
        post.held.unit == held.unit for post in held_on(tx, tx.clock.today, bodies=(held.body,))
    )
    return None if sits else ends


def end_post(tx: Tx, who: str, which: str | None, *, on: str | None) -> PostRow:
    """Record that somebody no longer holds a post.

    Args:
        tx: the transaction.
        who: a name, `P12`.
        which: the post, where she holds several: `业委会主任`, `主任`, `业委会`.
        on: the first day on which she no longer holds it; None for today, or for the end of a
            term that is over.

    Returns:
        The post as it is now.

    Raises:
        NotFoundError: she holds no such post, or several.
        RuleError: the post began later.
    """
    post = find_post(tx, who, which, today=True)
    today = tx.clock.today.isoformat()
    day = on or min(post.term_to or today, today)
    _check(post.started_on, day)
    vacate(tx, post.id, on=day)
    _describe(
        tx,
        post.person,
        post.held,
        N_("{person} left the post {post}"),
        N_("take back that {person} left the post {post}"),
    )
    return post._replace(ended_on=day, term_to=None)


def vacate(tx: Tx, post_id: int, *, on: str) -> None:
    """Record as a part of another action that a post is not held from a day on.

    Its term is not waited for any more: nobody is asked for an election.
    """
    tx.update("post", post_id, ended_on=on, term_to=None)


def edit_post(tx: Tx, who: str, which: str | None, changes: Mapping[str, str | None]) -> PostRow:
    """Correct the days, the source, the unit or the title of a post.

    Args:
        tx: the transaction.
        who: a name, `P12`.
        which: the post, where she has several; None for the one whose body the right title names.
        changes: `started_on`, `ended_on`, `source`, `unit`, `title`; None clears one.

    Raises:
        NotFoundError: she has no such post, or several.
        RuleError: nothing would change, or the term would end before it begins.
        UsageError: the title is none.
    """
    title = changes.get("title")
    if title is not None:
        post = find_post(tx, who, which or _body_named(tx, who, title))
        changes = {**changes, "title": parse_held(title, body=post.held.body).title}
    else:
        post = find_post(tx, who, which)
    old = {**post._asdict(), **post.held._asdict()}
    changed = {field: value for field, value in changes.items() if value != old[field]}
    if not changed:
        raise RuleError(
            _("{person} is recorded like that already.").format(person=post.person.masked),
            hint=_("See: jinlin member post list"),
        )
    _check(changed.get("started_on", post.started_on), changed.get("ended_on", post.ended_on))
    if "ended_on" in changed:
        day = changed["ended_on"]
        planned = post.term_to or (day and day > tx.clock.today.isoformat())
        changed |= {"term_to": day if planned else None}
    tx.update("post", post.id, **changed)
    _describe(
        tx,
        post.person,
        post.held,
        N_("The post {post} of {person} was corrected"),
        N_("set the post {post} of {person} back"),
    )
    return post


def _body_named(tx: Tx, who: str, title: str) -> str | None:
    """Return the body the right title names, where she has several posts and one of them is there.

    `业委会主任` says which post is corrected; `主任` alone does not.
    """
    posts = posts_of(tx, find_person(tx, who).id)
    try:
        body = parse_held(title).body
    except UsageError:  # it names none
        return None
    if len(posts) > 1 and sum(post.held.body is body for post in posts) == 1:
        return body.value
    return None


def remove_post(tx: Tx, who: str, which: str | None) -> PostRow:
    """Take out a post that was recorded by mistake.

    Raises:
        NotFoundError: she has no such post, or several.
    """
    post = find_post(tx, who, which)
    tx.update("post", post.id, removed_at=tx.clock.stamp)
    _describe(
        tx,
        post.person,
        post.held,
        N_("The post {post} of {person} was taken out"),
        N_("put the post {post} of {person} back"),
    )
    return post


def find_post(tx: Tx, who: str, which: str | None, *, today: bool = False) -> PostRow:
    """Return the post of somebody that is meant.

    Args:
        tx: the transaction.
        who: a name, `P12`.
        which: the post, where she has several.
        today: only posts that have not ended, or whose term is over without an election.

    Raises:
        NotFoundError: she has no such post, or several; they are listed.
    """
    person = find_person(tx, who)
    day = tx.clock.today.isoformat()
    known = [
        post
        for post in posts_of(tx, person.id)
        if not today or post.ended_on is None or post.ended_on > day or post.term_to
    ]
    said = compact(which or "")
    found = [post for post in known if said in _spoken(post)] if which else known
    if len(found) == 1:
        return found[0]
    named = f"{person.label} {person.name}"
    if not known:
        raise NotFoundError(
            _("{person} holds no post.").format(person=named),
            hint=_("Record it: jinlin member post add {person} --title 业委会主任").format(
                person=person.label
            ),
        )
    raise NotFoundError(
        _("Which post of {person}?").format(person=named),
        hint=_("Choose from: {choices}.").format(
            choices=_(", ").join(post.held.text for post in known)
        ),
    )


def _spoken(post: PostRow) -> set[str]:
    """Return the words by which a post may be meant."""
    held = post.held
    words = (held.text, held.title, held.body.value, held.unit or "", *held.body.spoken)
    return {compact(word) for word in words}


def _overlap(post: PostRow, begins: str | None, ends: str | None) -> bool:
    return (post.started_on or "") < (ends or "9999") and (begins or "") < (post.ended_on or "9999")


def _check(begins: str | None, ends: str | None) -> None:
    if begins and ends and earlier(ends, begins):
        raise RuleError(
            _("A term from {start} cannot end on {end}.").format(start=begins, end=ends),
            hint=_("Compare the two days with the paper."),
        )


def _describe(tx: Tx, person: PersonRow, held: Held, did: str, reverse: str) -> None:
    """Write the sentence; who holds a post is named in full."""
    words: dict[str, Value] = {"person": f"{person.label} {person.name}", "post": held.text}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=person.label)
