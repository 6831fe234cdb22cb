"""The words of a line as they are given to a command: names taken out, what is one joined."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from jinlin.cli.line.free_words import Slot
from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.shapes import Fit, fit, is_time, reads, with_times
from jinlin.core.text import listed
from jinlin.output.command.kind import AskedFor, Several, TypedWord, WordKind

_ISSUES: Final = frozenset({"issue", "open issue"})
_NO_NUMBERS: Final = _ISSUES | {
    "text", "name", "person", "department", "moment", "day", "category",
}  # fmt: skip
"""The kinds of words that are not written as a small number alone."""
_BY: Final = frozenset({"by", "until", "before"})
"""What stands before a day in English, and says that it is a limit."""
_IN_A_ROW: Final = frozenset({"served", "visitor"})
"""The kinds of lists whose words may stand in a row, without commas."""
_A_MARK: Final = re.compile(r"[，,；;。：:]")
_ANYTHING: Final = frozenset({"text", "name", "title", "post"})
"""The kinds of words that may be any."""
_A_WORD: Final = len("--date")
"""So long is an English name of an option that may stand without its dashes."""
_SAID_WITH_NAME: Final = frozenset({"phone", "person", "money"})
"""The kinds of words that stand behind the name of an option without a mark."""
_ONE_LABEL: Final = 4
"""So many English words may be one: `end of the year`."""
_ENDS: Final = 2
"""A stretch has a first and a last day."""
_NOISE: Final = frozenset({"新增", "登记", "录入", "添加", "增加", "加", "记录"})
"""What says once more that something is written down, behind the verb that does so."""
_A_ROW: Final = ","
"""What stands between the words of a list."""
_A_PHONE: Final = 4
"""So many digits may be the end of a phone."""


class GivenWords:
    """The words of a line as they are given to a command, before anything is read of them.

    Attributes:
        params: what a word without a name may be for, by the name of the parameter.
        words: the words; those that belong together are one.
        slots: the same parameters, as words are given to them.
        named: the options whose names stand without dashes, with their words: `付给 甲公司`.
        people: those of the words that are several people, whom nobody may know.
        again: a first word only said once more what the verb says.
        joined: the words are not those that were given.
        visited: some of the words may be whom somebody visited.
        counted: a word says what it counts: `4票赞成`.

    Args:
        ctx: the context of the command.
        opts: what the line gives by name, and its words as they stand, by parameter.
        rest: words beyond those that are declared.
        record: what only the database knows.
    """

    def __init__(
        self, ctx: Any, opts: Mapping[str, Any], rest: Sequence[str], record: OnRecord
    ) -> None:
        self._ctx, self._opts, self._record = ctx, opts, record
        self.params = {p.name: p for p in ctx.command.params if _takes_words(p, opts)}
        words = [p for p in self.params.values() if p.param_type_name == "argument"]
        self.words = [one for p in words for one in _as_given(p, opts.get(p.name))] + list(rest)
        self.again = self._says_again()
        self.named = [*self._stretch_apart(), *(self._named_apart() if self.words[1:] else ())]
        options = [p for p in self.params.values() if p.param_type_name == "option"]
        texts = any(p.type.kind.name == "text" for p in words)
        self.slots = [
            *(slot_of(p, opts) for p in words),
            *(slot_of(p, opts) for p in options if not (p.is_flag and texts)),
        ]
        self.people: set[str] = set()
        kinds = {self.params[slot.name].type.kind.name for slot in self.slots if not slot.flag}
        self._counts = [
            self.params[slot.name].type.kind.knows
            for slot in self.slots
            if slot.set and not slot.flag
        ]
        together = self._labels_joined(self._counts_apart(self._choices_apart(self.words)))
        self.counted = any(self._says_count(word) for word in together)
        if kinds & {"day", "moment"}:
            together = [
                _without_until(word)
                for word, after in zip(together, [*together[1:], ""], strict=False)
                if word.lower() not in _BY or not is_time(after)
            ]
        together = with_times(together) if kinds & {"moment", "time"} else together
        together = self._names_apart(self._without_handing(together))
        together = self._numbers_joined(together)
        self.visited = "visitor" in kinds
        together = self._rows_joined(together)
        self.joined = len(together) < len(self.words) or bool(self.named) or self.again
        self.words = together

    def _says_again(self) -> bool:
        """Leave out a first word that only says once more what the verb says: `走访 登记 502`."""
        first = next(iter(self.params.values()), None)
        kind = getattr(getattr(first, "type", None), "kind", None)
        noise = self.words[1:] and self.words[0] in _NOISE and not self._ctx.command.shows
        if not noise or kind is None or kind.words or kind.name in _ANYTHING:
            return False
        del self.words[0]
        return True

    def _stretch_apart(self) -> list[tuple[Any, str]]:
        """Take a month or the like out of the words where a first and a last day are taken.

        Such as `报到 列表 11月`: it is from its first day to its last.
        """
        ends = [
            param
            for end in ("--from", "--to")
            for param in self.params.values()
            if end in param.opts and param.type.name == "day"
        ]
        if len(ends) < _ENDS or any(p.type.name == "month" for p in self.params.values()):
            return []
        for place, word in enumerate(self.words):
            said, count = word, 1
            if word.isascii() and word.isalpha() and (both := self.words[place : place + 2])[1:]:
                said, count = " ".join(both), len(both)
            stretch = self._record.stretch(said)
            if stretch is None and count > 1:
                stretch, count = self._record.stretch(word), 1
            if stretch is not None:
                del self.words[place : place + count]
                for param in ends:
                    self.params.pop(param.name)
                return [(ends[0], str(stretch.first)), (ends[1], str(stretch.last))]
        return []

    def _named_apart(self) -> list[tuple[Any, str]]:
        """Take the names of options that stand without dashes out of the words, each with its word.

        What is needed keeps a word. Where a text is taken, none begins it, and what follows one
        must be what it takes.
        """
        called = {
            name.lstrip("-"): param
            for param in self._ctx.command.params
            if isinstance(param.type, TypedWord) and param.param_type_name == "option"
            if not _given_by_name(param, self._opts)
            for name in param.opts
            if not name.isascii() or len(name) >= _A_WORD
        }
        self.words = [part for word in self.words for part in _name_apart(word, called)]
        arguments = [p for p in self.params.values() if p.param_type_name == "argument"]
        slots = [slot_of(param, self._opts) for param in arguments]
        first = any(slot.text for slot in slots)
        needed = sum(slot.needed and not self.goes_on(slot) for slot in slots)
        named: list[tuple[Any, str]] = []
        for place in range(len(self.words) - 2, first - 1, -1):
            param, word = called.get(self.words[place]), "".join(self.words[place + 1 : place + 2])
            if param is None or param in dict(named) or len(self.words) - 2 < needed:
                continue
            meant = fit(param.type.kind, word, self._record) is Fit.SURE
            if self.words[place].isascii() and not meant:
                continue
            if meant and self._says_another(self.words[place], param):
                continue
            if word and (not first or meant or reads(param.type.kind, word)):
                named.append((param, word))
                self.params.pop(param.name, None)
                del self.words[place : place + 2]
        return named

    def _says_another(self, name: str, param: Any) -> bool:
        """Return whether the name of an option is one of the choices of another: `电话 139…`.

        What stands behind it is known without its name. Where something is put right, nothing but
        what is named changes.
        """
        return not self._ctx.command.clears and any(
            other.type.kind.words is not None and other.type.kind.words.said(name) is not None
            for other in self.params.values()
            if other is not param and isinstance(other.type, TypedWord)
        )

    def _says_count(self, word: str) -> bool:
        """Return whether a word says what it counts: `4票赞成`."""
        return any(knows(word) for knows in self._counts)

    def _counts_apart(self, words: Sequence[str]) -> list[str]:
        """Return the words with several counts in one as several: `4票赞成、0票反对`."""
        apart: list[str] = []
        for word in words:
            each = listed(word)
            apart += each if each and all(map(self._says_count, each)) else [word]
        return apart

    def _choices_apart(self, words: Sequence[str]) -> list[str]:
        """Return the words with a choice and what is said of it apart: `不满意，又堵了`."""
        taken = [self.params[slot.name].type.kind for slot in self.slots if not slot.option]
        choices = [kind.words for kind in taken if kind.words is not None]
        apart: list[str] = []
        for word in words:
            chosen, *said = _A_MARK.split(word, maxsplit=1)
            known = all((chosen, *said)) and any(one.said(chosen) is not None for one in choices)
            apart += [chosen, *said] if known else [word]
        return apart

    def _labels_joined(self, words: Sequence[str]) -> list[str]:
        """Return the words with those that are one in English: `next friday`, `end of the year`."""
        choices = [self.params[slot.name].type.kind.words for slot in self.slots if not slot.flag]
        joined: list[str] = []
        for word in words:
            joined.append(word)
            for count in range(min(_ONE_LABEL, len(joined)), 1, -1):
                said = " ".join(joined[-count:])
                one_choice = any(one and one.said(said) is not None for one in choices)
                if said[0].isalpha() and said.isascii() and (one_choice or is_time(said)):
                    joined[-count:] = [said]
                    break
        return joined

    def _without_handing(self, words: Sequence[str]) -> list[str]:
        """Return the words without one that only hands something on: `派单 43 给 张德福`."""
        kinds = [self.params[slot.name].type.kind for slot in self.slots if not slot.option]
        [person, *_more] = [kind for kind in kinds if kind.name == "person"] or [None]
        if person is None or any(kind.name == "text" for kind in kinds):
            return list(words)
        from jinlin.person.people.queries import named_behind

        return [
            word
            for word, name in zip(words, [*words[1:], ""], strict=False)
            if not name
            or (named_behind(word + name) != name and word.lower() != "to")
            or fit(person, name, self._record) <= Fit.UNLIKE
        ]

    def _names_apart(self, words: Sequence[str]) -> list[str]:
        """Return the words with several names in one apart, where one name is taken: `甲、乙`."""
        persons = [
            self.params[slot.name]
            for slot in self.slots
            if not slot.option and self.params[slot.name].type.kind.name == "person"
        ]
        if len(persons) != 1 or persons[0].nargs == -1:
            return list(words)
        if isinstance(persons[0].type.kind, Several):
            return list(words)
        return [part for word in words for part in self._names_in(word)]

    def _names_in(self, word: str) -> Sequence[str]:
        names = listed(word, also="和")
        return names if all(self._record.holds("person", one) for one in names) else [word]

    def _numbers_joined(self, words: Sequence[str]) -> list[str]:
        """Return the words with the numbers of issues in a row as one: `派单 43 45 杨卫国`.

        Only where the command takes one issue, and nothing else that is written as a number.
        """
        kinds = [self.params[slot.name].type.kind.name for slot in self.slots if not slot.flag]
        [issue, *more] = [kind for kind in kinds if kind in _ISSUES] or [""]
        if not issue or more or not _NO_NUMBERS.issuperset(kinds):
            return list(words)
        return _in_rows(words, lambda word: self._is_number_of(issue, word))

    def _rows_joined(self, words: Sequence[str]) -> list[str]:
        """Return the words with those in a row as one where a list of them is taken.

        Such as who went, who took part, or what was done for how many.
        """
        kinds = [
            (one.option, self.params[one.name].type.kind) for one in self.slots if not one.flag
        ]
        lists = [kind for _option, kind in kinds if kind.name in _IN_A_ROW]
        persons = [(option, kind) for option, kind in kinds if kind.name == "person"]
        if not self._counts and all(option for option, _kind in persons):
            several = [kind for _option, kind in persons if isinstance(kind, Several)]
            lists += several
            if len(several) == 1 and len(persons) == 1:
                words = self._people_joined(words)
        joined = list(words)
        for kind in lists:
            joined = _in_rows(joined, partial(self._is_one_of, kind))
        return joined

    def _people_joined(self, words: Sequence[str]) -> list[str]:
        """Return the words with two names or more in a row as one, also of people nobody knows."""
        from jinlin.core.people.parties import Party, party_in

        joined: list[str] = []
        for named, run in groupby(words, lambda word: party_in(word) is Party.PERSON):
            said = list(run)
            if named and said[1:]:
                self.people.add(_A_ROW.join(said))
                said = [_A_ROW.join(said)]
            joined += said
        return joined

    def _is_one_of(self, kind: WordKind[Any], word: str) -> bool:
        if kind.name == "served":
            return fit(kind, word, self._record) is Fit.SURE
        return self._record.holds(kind.name, word)

    def _is_number_of(self, kind: str, word: str) -> bool:
        return word.isdecimal() and len(word) < _A_PHONE and self._record.numbered(kind, word)

    def goes_on(self, slot: Slot) -> bool:
        """Return whether what is meant by a missing word is the only thing that goes on."""
        kind = getattr(self.params[slot.name].type, "kind", None)
        return not slot.option and kind is not None and bool(self._record.going_on(kind.name))


def _name_apart(word: str, called: Mapping[str, Any]) -> list[str]:
    """Return a word as the name of an option and what stands behind it: `联系人：王老师`."""
    for name, param in called.items():
        said = word.removeprefix(name)
        marked = said[:1] in ("：", ":") and said[1:]
        if said != word and (marked or (said and param.type.name in _SAID_WITH_NAME)):
            return [name, said.lstrip("：:")]
    return [word]


def _in_rows(words: Sequence[str], belongs: Callable[[str], bool]) -> list[str]:
    """Return the words, those of a list that stand in a row as one, between commas."""
    joined: list[str] = []
    for is_one, run in groupby(words, belongs):
        said = list(run)
        joined += [_A_ROW.join(said)] if is_one else said
    return joined


def _without_until(word: str) -> str:
    """Return a day without what stands before its end: `到周五`."""
    return word[1:] if word[:1] in ("到", "至") and is_time(word[1:]) else word


def _takes_words(param: Any, opts: Mapping[str, Any]) -> bool:
    """Return whether a word without a name may be for a parameter."""
    if param.param_type_name == "argument":
        return isinstance(param.type, TypedWord)
    given = _given_by_name(param, opts)
    if isinstance(param.type, TypedWord):
        return not given and not param.type.named
    return not given and bool(param.is_flag)


def _given_by_name(param: Any, opts: Mapping[str, Any]) -> bool:
    return opts.get(param.name) not in (None, (), [])


def _as_given(param: Any, value: Any) -> list[str]:
    if value is None:
        return []
    return list(value) if param.nargs == -1 else [value]


def _asked(asked: AskedFor | None, given: Mapping[str, Any]) -> bool:
    """Return whether a word is needed beside what was given."""
    if asked is None or asked.where is None or asked.optional or asked.default:
        return False
    return bool(asked.where(defaultdict(lambda: None, given)))


def slot_of(param: Any, given: Mapping[str, Any] = MappingProxyType({})) -> Slot:
    """Return a word of a command as the free line sees it.

    Args:
        param: the word.
        given: what was given by name: a word may be needed only beside some of it.
    """
    kind = param.type.kind if isinstance(param.type, TypedWord) else None
    option = param.param_type_name == "option"
    asked = getattr(param.type, "asked", None)
    always = asked is not None and asked.always
    return Slot(
        param.name,
        option=option,
        needed=always or (not option and (getattr(param, "needed", False) or _asked(asked, given))),
        many=param.nargs == -1,
        text=kind is not None and kind.name == "text",
        flag=option and param.is_flag,
        skipped=getattr(param.type, "skipped", False),
        meant=option and (always or getattr(param.type, "free", False)),
        set="counts" if kind is not None and kind.name == "count or people" else "",
    )
