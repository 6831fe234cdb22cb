"""Which of those at a meeting a name means, and whether she may vote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from jinlin.complex.household.people import find_person, named_for_sure
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, compact
from jinlin.meeting.attendance.electors import Elector, Electors, Whereabouts
from jinlin.meeting.rules.vote_rules import Answer
from jinlin.person.rules import person_label, person_number, phone_ending
from jinlin.store.transaction.tx import Reader

_REST: Final = frozenset({"rest", "others", "其余", "其他", "其余人", "其他人", "其余人员"})
"""Words for everybody in the room who is not named otherwise."""


def called_on_form(reader: Reader, name: str, person_id: int | None) -> str:
    """Return what a form calls somebody: her name, with her number where others have it too."""
    sure = None if person_id is None else named_for_sure(reader, person_id)
    return sure or name


def meant_on_form(said: str) -> str:
    """Return the words that mean who is called so on a form."""
    first = said.partition(" ")[0]
    return first if person_number(first) is not None else said


def the_elector(reader: Reader, found: Electors, text: str) -> Elector:
    """Return who with a vote is meant: a name, `P12`, `name@building`.

    Raises:
        NotFoundError: nobody of that name has to do with the meeting, or several have.
        RuleError: she has no vote, and why.
    """
    said = clean(text)
    everybody = (*found.voters, *found.others)
    if person_number(said) is not None or "@" in said or phone_ending(said):
        person = find_person(reader, said)
        meant = [one for one in everybody if one.person_id == person.id]
        said = person.name
    else:
        meant = [one for one in everybody if one.name == said]
    if not meant:
        raise NotFoundError(
            _("{name} is neither at this meeting nor among those who vote in it.").format(
                name=said
            ),
            hint=_("Record who is there first: jinlin meeting attend"),
        )
    if len(meant) > 1:
        raise NotFoundError(
            _("“{text}” may be several people: {people}.").format(
                text=text,
                people=_(", ").join(_called(one) for one in meant),
            ),
            hint=_("Say which one by number, like {number}.").format(number=_number(meant[0])),
        )
    [one] = meant
    if one.why_not:
        raise RuleError(
            _("{name} cannot vote: {why}.").format(name=one.name, why=one.why_not),
            hint=_("See who votes: jinlin meeting quorum"),
        )
    return one


def named_answers(
    reader: Reader,
    found: Electors,
    names: Mapping[Answer, Iterable[str]],
    *,
    recused: Iterable[Elector],
    written: bool,
) -> list[tuple[Elector, Answer]]:
    """Return who votes how; an opinion in writing speaks for itself where it counts.

    Args:
        reader: the database.
        found: who may vote.
        names: names by answer; `其余` stands for everybody in the room who is not named.
        recused: who stands back.
        written: whether opinions handed in beforehand count.

    Raises:
        NotFoundError: as for `the_elector`.
        RuleError: somebody has no vote, is not in the room, stands back, or is named twice, or
            handed in another opinion.
        UsageError: the rest is given two answers, or an opinion that counts is not clear.
    """
    back = list(recused)
    given: list[tuple[Elector, Answer]] = []
    rest: list[Answer] = []
    for answer, words in names.items():
        for word in words:
            if compact(word) in _REST:
                rest.append(answer)
                continue
            one = the_elector(reader, found, word)
            _check(one, [who for who, _answer in given], back, written=written)
            _check_opinion(one, answer)
            given.append((one, answer))
    if len(rest) > 1:
        raise UsageError(
            _("The rest cannot vote two ways."), hint=_("Name one of the groups instead.")
        )
    if written:
        given += _opinions(found, given, back)
    if rest:
        known = [who for who, _answer in given]
        given += [
            (one, rest[0])
            for one in found.voters
            if one not in known and one not in back and may_vote(one, written=False)
        ]
    return given


def _opinions(
    found: Electors, given: Iterable[tuple[Elector, Answer]], back: Iterable[Elector]
) -> list[tuple[Elector, Answer]]:
    """Return what was handed in by who is not named."""
    named = [who for who, _answer in given]
    told = []
    for one in found.handed_in(back):
        if one in named:
            continue
        if one.opinion is None:
            raise UsageError(
                _("The opinion in writing of {name} does not say for or against.").format(
                    name=one.name
                ),
                hint=_("Name her with --for, --against or --abstain."),
            )
        told.append((one, one.opinion))
    return told


def _check_opinion(one: Elector, answer: Answer) -> None:
    if one.where is Whereabouts.WRITTEN and one.opinion not in {None, answer}:
        raise RuleError(
            _("The opinion in writing of {name} says otherwise.").format(name=one.name),
            hint=_("See: jinlin meeting show; put it right: jinlin meeting attend … --written"),
        )


def may_vote(one: Elector, *, written: bool) -> bool:
    """Return whether somebody with a vote can give it where she is."""
    return one.where in {Whereabouts.HERE, Whereabouts.PROXY} or (
        written and one.where is Whereabouts.WRITTEN
    )


def _check(one: Elector, given: list[Elector], back: list[Elector], *, written: bool) -> None:
    if one in given:
        raise RuleError(
            _("{name} is named twice.").format(name=one.name), hint=_("Everybody has one vote.")
        )
    if one in back:
        raise RuleError(
            _("{name} stands back and cannot vote.").format(name=one.name),
            hint=_("Leave her out of --recused, or out of the votes."),
        )
    if not may_vote(one, written=written):
        raise RuleError(
            _("{name} was not in the room then.").format(name=one.name),
            hint=_("Record her first: jinlin meeting attend; or another moment: --time 20:15"),
        )


def _called(one: Elector) -> str:
    return f"{one.name} {_number(one)}" if one.number is not None else one.name


def _number(one: Elector) -> str:
    return person_label(one.number) if one.number is not None else one.name
