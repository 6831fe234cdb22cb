"""`jinlin member post add`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import changes
from jinlin.member.commands.post.shared import BODY, TITLE, PostWords
from jinlin.member.commands.secretaries import tell_of_two
from jinlin.member.kinds import Who
from jinlin.member.posts import actions
from jinlin.member.posts.cross_posting import conflicts_of
from jinlin.member.posts.holdings import PostRow
from jinlin.member.register.newcomers import person_meant
from jinlin.member.rules.cross_posting import TONES, Conflict
from jinlin.member.rules.posts import Body, Held
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import PHONE
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing

_SECRETARY: Final = Held(Body.BRANCH, "书记")


def add(
    call: Call,
    who: Who,
    title: Annotated[
        str,
        TITLE.option(help=N_("Such as 主任, or 业委会主任."), asked=AskedFor(N_("Which post"))),
    ],
    body: Annotated[
        Body | None, BODY.option(help=N_("Such as 业委会, 监事会, 物业, owners_committee."))
    ] = None,
    *,
    said: PostWords,
    new: Annotated[bool, flag("--new", help=N_("Somebody not recorded yet."))] = False,
    phone: Annotated[str | None, PHONE.option(help=N_("For --new: her phone."))] = None,
) -> None:
    with writing(call) as tx:
        person = person_meant(tx, who, new=new, phone=phone)
        words = changes(tx.clock, **said._asdict())
        post = actions.add_post(tx, person, actions.NewPost(title, body, **words))
        found = conflicts_of(tx, person.id)
        signs = tx.setting("secretary")
        today = tx.clock.today.isoformat()
    _added(call, post, found)
    leads = post.held == _SECRETARY and (post.ended_on is None or post.ended_on >= today)
    if leads and signs != post.person.name:
        text = _("To sign papers and the log in her name: jinlin config set 书记 {name}")
        call.tell(text.format(name=post.person.name))
    if leads:
        tell_of_two(call)


def _added(call: Call, post: PostRow, found: list[Conflict]) -> None:
    person, held, begins, ends = post.person, post.held, post.started_on, post.ended_on
    done(
        call,
        _sentence(begins, ends).format(
            number=person.label, name=person.name, post=held.text, from_=begins, to=ends
        ),
        number=person.label,
        data={
            "number": person.label,
            "name": person.name,
            "body": held.body,
            "title": held.title,
            "started_on": begins,
            "ended_on": ends,
            "conflicts": [{"conflict": one, "tone": TONES[one]} for one in found],
        },
    )
    for one in found:
        call.tell(_("{tone}: {text}").format(tone=TONES[one].label, text=one.label))


def _sentence(begins: str | None, ends: str | None) -> str:
    """Return what is said of a new post, as far as its days are known."""
    if begins is None:
        return _("{number} {name} is {post} until {to}.")
    if ends is None:
        return _("{number} {name} is {post} since {from_}.")
    return _("{number} {name} is {post} from {from_} to {to}.")
