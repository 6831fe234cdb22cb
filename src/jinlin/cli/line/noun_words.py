"""A noun that no verb of its own follows: what stands there tells which is meant."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Final

from jinlin.cli.line.free_words import LIKELY, NAMED
from jinlin.cli.line.no_command import (
    ALIKE,
    about,
    characters,
    is_question,
    is_title,
    nothing_called,
    several_meant,
)
from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.reworded import hung
from jinlin.cli.line.shapes import Fit, fit, is_day, is_time
from jinlin.cli.line.suiting import context_of, weight
from jinlin.cli.line.turned import number_apart, turned, without_options
from jinlin.cli.line.understood import which_line
from jinlin.cli.line.verb_homes import homes
from jinlin.complex.rules.address import is_door
from jinlin.core.call import Call
from jinlin.core.days.stretch import Length
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.line.command_words import ALSO_CALLED, TAKING_AWAY
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.people.parties import looks_like_body
from jinlin.core.typed import quoted
from jinlin.output.command.family import Family
from jinlin.output.command.kind import UNDERSTOOD, Understood

_REPORTS: Final = ("weekly", "monthly", "quarterly", "yearly")
"""The verbs of a report that a period alone stands for."""
_PERIODS: Final = dict(
    zip((Length.WEEK, Length.MONTH, Length.QUARTER, Length.YEAR), _REPORTS, strict=True)
)
_AT_ONCE: Final = (
    "show", "status", "edit", "add", "set", "record", "note", "attend", "support", "stage",
)  # fmt: skip
"""The verbs that may be left away where what they take says enough."""
_A_CHANGE: Final = NAMED + NAMED // 2
"""What a line is worth at least that names what is changed, and into what."""
_BELOW: Final = 2
"""So many words below its noun is a verb of a verb."""
_A_TITLE: Final = 3
"""So many Chinese characters are no verb, but what an issue is about."""


def verb_for(ctx: Any, args: Sequence[str], call: Call) -> list[str] | None:
    """Return the line from its verb on that must be meant where a noun is followed by none.

    What else people say for a verb, or its beginning, stands for it; it may stand behind what it is
    about. The number or name of a record shows it; a few words after `事项` are a new one.

    Args:
        ctx: the context of the noun.
        args: what follows it.
        call: the surroundings.

    Raises:
        UsageError: there are several, or it is a question.
    """
    words, options = _words_first(args)
    noun, word, rest = ctx.command, words[0], words[1:]
    if verb := called(noun, word) or noun.begun(word):
        return [verb, *rest, *options]
    if _begins_to_take_away(noun, word):
        return None
    if apart := number_apart(word, lambda verb: noun.words.get(verb) or called(noun, verb)):
        verb = noun.words.get(apart[0]) or called(noun, apart[0]) or ""
        return [*verb.split(), apart[1], *rest, *options]
    with OnRecord(call) as record:
        line = _told(ctx, words, record)
    line = line or _answered(ctx, words, call) or _posted(ctx, words)
    if line is None and (verb := _usual_of(ctx, words)):
        line = [verb, *words]
    if line is None:
        with OnRecord(call) as record:
            least = LIKELY if isinstance(noun, Family) else NAMED
            verb = _suiting_best(ctx, _AT_ONCE, words, record, least=least)
            line = [verb, *words] if verb else None
    line = line or _by_name(ctx, words)
    if line is None and (verb := _family_with(ctx, word)):
        line = [verb, *words]
    if line is None:
        _refuse(ctx, words, call)
    return None if line is None else [*line, *options]


def verb_suiting(ctx: Any, usual: str, args: Sequence[str], call: Call) -> str:
    """Return the verb of a family that words suit where they do not suit its usual one; say so.

    Args:
        ctx: the context of the family.
        usual: its usual verb.
        args: what follows it, none of which is a verb.
        call: the surroundings.
    """
    words, _options = _words_first(args)
    if len(words) == 1:
        return usual
    with OnRecord(call) as record:
        if weight(ctx, usual, words, record) is not None:
            return usual
        verb = _suiting_best(ctx, _AT_ONCE, words, record)
    if verb is None:
        return usual
    path = as_spoken(f"{ctx.command_path} {verb}".partition(" ")[2])
    ctx.meta[UNDERSTOOD] = Understood(" ".join([path, *map(quoted, words)]), weighty=False)
    return verb


def called(noun: Any, word: str) -> str | None:
    """Return the verb of a noun that people also call so, none that takes something away."""
    verbs = (verb for verb in ALSO_CALLED.get(word, ()) if verb in noun.commands)
    return next((verb for verb in verbs if verb not in TAKING_AWAY), None)


def _begins_to_take_away(noun: Any, word: str) -> bool:
    """Return whether a word begins a verb that takes something away, which is typed whole."""
    return any(said.startswith(word[0]) and word in said for said in _taking_away(noun))


def _taking_away(noun: Any) -> set[str]:
    said = {one for one, verb in noun.words.items() if verb in TAKING_AWAY & {*noun.commands}}
    return said | (TAKING_AWAY & {*noun.commands})


def _words_first(args: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words of a line from the first that is no option on, and the options."""
    words, options = without_options(args)
    first = next(place for place, word in enumerate(words) if word[:1] != "-" or not word[1:])
    return words[first:], [*words[:first], *options]


def _told(ctx: Any, words: Sequence[str], record: OnRecord) -> list[str] | None:
    """Return the line that shows what was named, or does with it what the word behind it says."""
    first, *rest = words
    more = any(one[:1] != "-" for one in rest)
    if more and (line := _behind(ctx, words, record)):
        return line
    for verb in ("show", "status"):
        if verb in ctx.command.commands and _begins_with(ctx, verb, first, record) > Fit.OPEN:
            suits = not more or weight(ctx, verb, words, record) is not None
            return [verb, *words] if suits else None
    stretch = record.stretch(first)
    if ctx.info_name == "report":
        periods = [one for one in _REPORTS if _begins_with(ctx, one, first, record) is Fit.SURE]
        if len(periods) != 1 and stretch is not None and stretch.length in _PERIODS:
            periods = [_PERIODS[stretch.length]]
        return [periods[0], *words] if len(periods) == 1 else None
    looks = stretch is not None and not is_day(first) and "list" in ctx.command.commands
    return ["list", *words] if looks else None


def _behind(ctx: Any, words: Sequence[str], record: OnRecord) -> list[str] | None:
    """Return the line whose verb stands behind what it is about: `事项 43 办结 已换灯泡`."""
    for place in dict.fromkeys((1, len(words) - 1)):
        word, others = words[place], [*words[:place], *words[place + 1 :]]
        verb = ctx.command.words.get(word, word)
        if verb not in ctx.command.commands:
            verb = called(ctx.command, word) or ""
        if verb and weight(ctx, verb, others, record) is not None:
            return [verb, *others]
    return None


def _answered(ctx: Any, words: Sequence[str], call: Call) -> list[str] | None:
    """Return the line of the noun that records what somebody says: `事项 43 满意`.

    Raises:
        UsageError: it may be for several papers, and nobody can be asked.
    """
    path = ctx.command_path.split()[1:]
    lines = [
        line[len(path) :]
        for line in turned(ctx.find_root(), words[0], words[1:])
        if line[: len(path)] == path
    ]
    if not lines:
        return None
    said = [
        " ".join([as_spoken(" ".join([*path, verb])), *map(quoted, rest)]) for verb, *rest in lines
    ]
    return lines[which_line(call, several_meant(words[0]), said) if said[1:] else 0]


def _posted(ctx: Any, words: Sequence[str]) -> list[str] | None:
    """Return the line that posts what is drawn from records: `公示 经费 10月`."""
    line = hung(words[0], words[1:]) if ctx.info_name == "notice" else None
    return line and line[1:]


def _usual_of(ctx: Any, words: Sequence[str]) -> str | None:
    """Return the verb that a noun means where what it takes follows at once: `问卷 502 有`."""
    word = words[0]
    if ctx.info_name == "manager" and is_title(words):
        return "set"
    if ctx.info_name == "partner" and words[1:] and looks_like_body(word):
        return "support"
    if ctx.info_name == "survey" and words[1:] and is_door(word):
        return "answer"
    if ctx.info_name == "meeting" and (is_time(word) or is_time(" ".join(words[:2]))):
        return "add"
    if is_question(words):
        return None
    spoken = is_title(words) and not get_close_matches(word, ctx.command.commands, cutoff=ALIKE)
    titled = characters(word) >= _A_TITLE or spoken
    return "add" if ctx.info_name == "issue" and titled else None


def _suiting_best(
    ctx: Any, verbs: Sequence[str], words: Sequence[str], record: OnRecord, *, least: int = 0
) -> str | None:
    """Return the only one of some verbs that words suit best, and at least so well."""
    weights = {
        verb: how
        for verb in verbs
        if verb in ctx.command.commands
        if not (verb == "add" and _is_slip_of_a_name(words[0], record))
        if (how := weight(ctx, verb, words, record)) is not None
        if how >= (_A_CHANGE if verb == "edit" else least)
    }
    best = [verb for verb, how in weights.items() if how == max(weights.values())]
    return best[0] if len(best) == 1 else None


def _by_name(ctx: Any, words: Sequence[str]) -> list[str] | None:
    """Return the line of the only verb with an option of which a word is a choice: `项目 完工`.

    Where words without a name may be for the option, they are read so anyway.
    """
    found = [
        [verb, *words[1:], param.opts[0], words[0]]
        for verb in _AT_ONCE
        if verb in ctx.command.commands
        for param in context_of(ctx, verb).command.params
        if getattr(param.type, "named", False) and param.type.kind.words is not None
        if param.type.kind.words.said(words[0]) is not None
    ]
    return found[0] if len(found) == 1 else None


def _is_slip_of_a_name(word: str, record: OnRecord) -> bool:
    return not record.holds("person", word) and bool(record.near_names(word))


def _family_with(ctx: Any, word: str) -> str | None:
    """Return the only verb of a noun among whose verbs is one: 认领 is one of 报到."""
    noun = ctx.command_path.partition(" ")[2]
    inside = {
        path.removeprefix(f"{noun} ")
        for path in homes().get(word, ())
        if path.startswith(f"{noun} ") and path.count(" ") == noun.count(" ") + _BELOW
    }
    verbs = {path.partition(" ")[0] for path in inside}
    if len(verbs) != 1 or any(path.partition(" ")[2] in TAKING_AWAY for path in inside):
        return None
    return verbs.pop()


def _begins_with(ctx: Any, verb: str, word: str, record: OnRecord) -> Fit:
    """Return how well a word suits what a verb takes first."""
    first = next(iter(context_of(ctx, verb).command.params), None)
    kind = getattr(first.type, "kind", None) if first is not None else None
    return Fit.NO if kind is None else fit(kind, word, record)


def _refuse(ctx: Any, words: Sequence[str], call: Call) -> None:
    """Refuse what is no verb, and can be told from one.

    Raises:
        UsageError: it asks something, or says what happened to an issue and not what is done.
    """
    commands = ctx.command.commands
    if ctx.info_name == "issue" and words[1:] and (lines := about(words, call)):
        raise UsageError(
            _("What is to be done with “{word}” is not clear.").format(word=words[0]),
            hint=_("For example: {line}").format(line=_("; ").join(lines)),
        )
    if ctx.info_name == "member":
        with OnRecord(call) as record:
            slip = _is_slip_of_a_name(words[0], record)
        if slip:
            raise nothing_called(words[0], call)
    shows = next((verb for verb in ("list", "show", "balance", "status") if verb in commands), None)
    if shows is not None and is_question(words):
        raise UsageError(
            _("There is no command “{word}”.").format(word=words[0]),
            hint=_("To look: {line}; all commands: {more}").format(
                line=as_spoken(f"{ctx.command_path} {shows}"),
                more=f"{as_spoken(ctx.command_path)} --help",
            ),
        )
