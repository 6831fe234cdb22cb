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
from jinlin.member.rules.posts import Held, parse_held
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Tx


class Term(NamedTuple):
    """From when to when a post is held; ISO text.

    Attributes:
        started_on: None when nobody knows.
        ended_on: None without an end.
        source: the paper that says so.
    """

    started_on: str | None = None
    ended_on: str | None = None
    source: str | None = None


def add_post(tx: Tx, person: PersonRow, held: Held, term: Term) -> None:
    """Record that somebody holds or held a post.

    Raises:
        RuleError: the term ends before it begins, or she holds the post at that time already.
    """
    _check(term)
    for post in posts_of(tx, person.id):
        if post.held == held and _overlap(post, term):
            raise RuleError(
                _("{person} is {post} already.").format(
                    person=f"{person.label} {person.name}", post=held.text
                ),
                hint=_("End it first, or correct it: jinlin member post edit {person}").format(
                    person=person.label
                ),
            )
    tx.insert(
        "post",
        person_id=person.id,
        body=held.body,
        title=held.title,
        unit=held.unit,
        term_to=_term_to(tx, held, term),
        **term._asdict(),
    )
    _describe(
        tx,
        person,
        held,
        N_("{person} took the post {post}"),
        N_("take back that {person} took the post {post}"),
    )


def _term_to(tx: Tx, held: Held, term: Term) -> str | None:
    """Return when a post's term is over; None where it is history, and others sit there since."""
    if term.ended_on is None or term.ended_on > tx.clock.today.isoformat():
        return term.ended_on
    sits = any(
        post.held.unit == held.unit for post in held_on(tx, tx.clock.today, bodies=(held.body,))
    )
    return None if sits else term.ended_on


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
    _check(Term(post.started_on, day))
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
    _check(Term(changed.get("started_on", post.started_on), changed.get("ended_on", post.ended_on)))
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


def _overlap(post: PostRow, term: Term) -> bool:
    begins, ends = term.started_on or "", term.ended_on or "9999"
    return (post.started_on or "") < ends and begins < (post.ended_on or "9999")


def _check(term: Term) -> None:
    if term.started_on and term.ended_on and earlier(term.ended_on, term.started_on):
        raise RuleError(
            _("A term from {start} cannot end on {end}.").format(
                start=term.started_on, end=term.ended_on
            ),
            hint=_("Compare the two days with the paper."),
        )


def _describe(tx: Tx, person: PersonRow, held: Held, did: str, reverse: str) -> None:
    """Write the sentence; who holds a post is named in full."""
    words: dict[str, Value] = {"person": f"{person.label} {person.name}", "post": held.text}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=person.label)
