"""A line that does not begin with a noun: short cuts, verbs alone, numbers, aliases of her own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import Any, Final

from jinlin.cli.line.free_words import LIKELY
from jinlin.cli.line.no_command import (
    is_title,
    names_nobody,
    nothing_called,
    several_meant,
    tells_an_issue,
)
from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.reworded import reworded
from jinlin.cli.line.several import several
from jinlin.cli.line.shapes import IT
from jinlin.cli.line.suiting import at_home, weight
from jinlin.cli.line.turned import A_ROOM, glued, noun_behind, number_apart, turned
from jinlin.cli.line.understood import which_line
from jinlin.cli.line.verb_homes import GENERIC, SHORT_CUTS, begun, homes
from jinlin.complex.rules.address import is_door, parse_building
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.command_words import ALSO_CALLED, is_command_word
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken, command_paths
from jinlin.core.reference import NAMED, parse_reference
from jinlin.core.typed import quoted, words_of
from jinlin.output.command.kind import UNDERSTOOD, Understood
from jinlin.output.command.noun import VERBS, Noun

_SHOWN: Final[Mapping[str, str]] = {
    "issue": "issue show", "plan": "elevator show", "elevator_project": "elevator status",
    "meeting": "meeting show", "fund_entry": "branch fund show", "notice": "notice show",
    "opinion": "member opinion show", "project": "project show",
    "person": "member show", "partner": "partner show", "survey": "survey show",
    "offer": "branch offer show",
}  # fmt: skip
"""By record the command that shows it, for a line that is only its number."""
_CALLED: Final[Mapping[str, str]] = {
    "person": "member show", "partner": "partner show", "team": "team show",
    "offer": "branch offer show", "room": "branch room show", "group": "branch group show",
}  # fmt: skip
"""By kind of word the command that shows what is called so, for a line that is only its name."""

_STAGED: Final[Mapping[str, str]] = {"elevator": "project", "project": "works"}
"""Nouns of works in stages, the usual one first, and the kind of word that names what goes on."""

_LOOK: Final = frozenset({"查看", "看", "看看", "show"})
_TO_ALL: Final = frozenset({"通知", "告示"})
_WHO: Final = frozenset({"谁", "谁是", "who"})
_NOTE_DOWN: Final = frozenset({"登记", "记", "记一下", "记下", "记录一下"})
_ADD: Final = _NOTE_DOWN | {"新增", "添加", "add", "new"}
_WRITTEN: Final = frozenset({"登记", "新增", "添加"})
"""Those of them that may stand in one word with what an issue is about: `登记路灯不亮`."""
_IMPORT: Final = frozenset({"导入", "import"})
_BACK: Final = frozenset({"返回", "回去", "上一级", "取消", "back", "cancel"})
_ANOTHER_DAY: Final = frozenset({"改期", "延期"})
_TAKE_AWAY: Final = frozenset({"删除", "删掉", "取消", "作废", "remove", "delete", "cancel"})
_TAKING_AWAY: Final[Mapping[str, str]] = {
    "issue": "issue decline", "plan": "elevator remove", "elevator_project": "elevator end",
    "elevator_entry": "elevator reverse", "project": "project remove", "partner": "partner remove",
    "survey": "survey remove",
    "partner_support": "partner drop", "meeting": "meeting remove",
    "resolution": "meeting unresolve", "fund_entry": "branch fund reverse",
    "offer": "branch offer end", "notice": "notice withdraw",
    "opinion": "member opinion remove", "person": "member remove",
}  # fmt: skip
"""By record the command that takes one away, or ends it."""
_WHAT_TAKES_AWAY = N_(
    "Take the last step back: jinlin undo; an issue that is none: jinlin issue decline NUMBER;"
    " what is in a register: jinlin member remove NAME, and so on for each noun."
)
_TOLD: Final = 5
"""So many commands that a verb may be of are named."""
_WHAT_IS_ADDED = N_("Anything else after its noun, such as: jinlin member add NAME")


def meant(ctx: Any, args: Sequence[str], call: Call) -> list[str] | None:
    """Return a line with its noun and verb; None where nobody knows what the first word means.

    Args:
        ctx: the context of the whole command line.
        args: the words, the first of which is no noun.
        call: the surroundings.

    Raises:
        UsageError: it may be several commands.
    """
    word, *rest = args
    line = noun_behind(ctx, word, rest) or _numbered(ctx, word, rest, call)
    line = line or _any_noun(ctx, word, rest, call)
    if line is not None:
        return line
    with OnRecord(call) as record:
        own = record.alias(word)
        where = homes().get(word, ()) or _of_most_nouns(word)
        usual = SHORT_CUTS.get(word)
        if len(where) > 1:
            where = _suiting(ctx, where, rest, record)[:_TOLD]
            if rest and usual and usual in homes().get(word, ()) and where != [usual]:
                where = [usual] if _unlikely(ctx, where, rest, record) else where
        unknown = own is None and usual is None and not where
        shown = _shown(ctx, word, rest, record) if unknown else None
        found = _turned(ctx, word, rest, record) if unknown and shown is None else []
    if found:
        told = [as_spoken(" ".join(map(quoted, line))) for line in found]
        chosen = found[which_line(call, several_meant(word), told)] if found[1:] else found[0]
        return _with_noun(ctx, chosen, call)
    if usual is not None and (len(where) != 1 or _alone(rest)):
        return _short_cut(ctx, usual, rest)
    if own is not None:
        return _with_noun(ctx, [*words_of(own), *rest], call)
    if len(where) > 1:
        lines = [_in_words(one, rest) for one in where]
        where = [where[which_line(call, several_meant(word), lines)]]
    if where:
        return _a_meeting(ctx, where[0], rest, call) or [*where[0].split(), *rest]
    return shown or glued(ctx, word, rest) or _begun(ctx, word, rest, call)


def _a_meeting(ctx: Any, home: str, rest: Sequence[str], call: Call) -> list[str] | None:
    """Return the line of a meeting that its kind alone records: `开会 支委会 明天下午三点`.

    None where the words suit the command, or are none of a meeting's kind.
    """
    if not home.startswith("meeting ") or _alone(rest):
        return None
    lines = [line for line in turned(ctx, rest[0], rest[1:]) if line[:2] == ["meeting", "add"]]
    with OnRecord(call) as record:
        if not lines or weight(ctx, home, rest, record) is not None:
            return None
    ctx.meta[UNDERSTOOD] = Understood(_in_words("meeting add", rest), weighty=False)
    return lines[0]


def _with_noun(ctx: Any, line: list[str], call: Call) -> list[str] | None:
    """Return a line as it is where a noun begins it; else what is meant by it."""
    noun = ctx.command.words.get(line[0], line[0]) in ctx.command.commands
    return line if noun else meant(ctx, line, call)


def _numbered(ctx: Any, word: str, rest: Sequence[str], call: Call) -> list[str] | None:
    """Return the line of a noun or verb with a number behind it in one word: `办结44`."""
    apart = number_apart(word, {**homes(), **SHORT_CUTS, **ctx.command.words}.get)
    return _with_noun(ctx, [*apart, *rest], call) if apart else None


def _turned(ctx: Any, word: str, rest: Sequence[str], record: OnRecord) -> list[list[str]]:
    """Return the lines that may be meant; of those about a service day the one that suits best.

    An issue with somebody's name behind it is handed to them.
    """
    found = turned(ctx, word, rest)
    named = bool(rest) and not is_door(word) and record.holds("person", rest[0])
    if not found and named and several(word)[0].isdecimal():
        return [["issue", "assign", word, *rest]]
    if not found[1:] or found[0][0] != "service":
        return found
    by_home = {" ".join(line[:2]): line for line in found}
    return [by_home[home] for home in _best(ctx, by_home, found[0][2:], record)][:1] or found


def _any_noun(ctx: Any, word: str, rest: Sequence[str], call: Call) -> list[str] | None:
    """Return the line of a verb that most nouns have; what follows it tells which is meant."""
    if word in _TAKE_AWAY and not (word in _BACK and _alone(rest)):
        return _taken_away(word, rest, call)
    if word in _IMPORT:
        return _imported(ctx, rest, call)
    if word in _LOOK and rest:
        return _looked_at(ctx, rest, call)
    if word in _WHO and rest:
        with OnRecord(call) as record:
            return _shown(ctx, rest[0], rest[1:], record)
    for said in _WRITTEN:
        told = [word.removeprefix(said), *rest]
        if told[0] not in {word, ""} and tells_an_issue(told):
            word, rest = said, told
    if rest and (line := _written_down(word, rest) or reworded(word, rest)):
        verb = " ".join(line[:2])
        ctx.meta[UNDERSTOOD] = Understood(_in_words(verb, line[2:]), weighty=False)
        return line
    _refuse_unclear(word, rest)
    return None


def _written_down(word: str, rest: Sequence[str]) -> list[str] | None:
    """Return the line that records an issue, or drafts a notice to everybody."""
    if word in _ADD and (tells_an_issue(rest) or (word in _NOTE_DOWN and names_nobody(rest))):
        return ["issue", "add", *rest]
    if word not in _TO_ALL or not is_title(rest):
        return None
    words = [*takewhile(lambda one: not one.startswith("-"), rest)]
    said = "".join(words)
    kind, draft = as_typed("--type"), as_typed("--draft")
    return ["notice", "post", said, kind, "通知", "--正文", said, draft, *rest[len(words) :]]


def _begun(ctx: Any, word: str, rest: Sequence[str], call: Call) -> list[str] | None:
    """Return the line of the only verb that begins so and suits, where no noun does; it is said."""
    found = {} if ctx.command.begun(word) else begun(word)
    if len(found) == 1:
        line = meant(ctx, [*found.values(), *rest], call)
    else:
        every = {home for where in found for home in where if "--" not in home}
        with OnRecord(call) as record:
            suited = _best(ctx, every, rest, record) if rest else ()
        line = [*suited[0].split(), *rest] if len(suited) == 1 else None
    if line is not None:
        said = as_spoken(" ".join([*line[: len(line) - len(rest)], *map(quoted, rest)]))
        ctx.meta[UNDERSTOOD] = Understood(said, weighty=len(found) > 1)
    return line


def _imported(ctx: Any, rest: Sequence[str], call: Call) -> list[str]:
    """Return the line that imports a file whose columns tell what it is; it is said.

    Raises:
        FileError: it cannot be read.
        UsageError: no file is named; or its columns do not tell, and nobody can be asked.
    """
    from jinlin.cli.line.which_import import WEIGHTY, imports_of

    found, why = imports_of(call, rest)
    lines = [_in_words(home, rest) for home in found]
    home = found[which_line(call, why, lines)] if found[1:] else found[0]
    ctx.meta[UNDERSTOOD] = Understood(_in_words(home, rest), weighty=home in WEIGHTY)
    return [*home.split(), *rest]


def _taken_away(word: str, rest: Sequence[str], call: Call) -> list[str]:
    """Return the line that takes a record away; which is meant is asked about, never guessed.

    Raises:
        UsageError: nobody can be asked, or no record is named.
    """
    first = several(rest[0])[0] if rest else ""
    kind = next((kind for kind, shape in NAMED.items() if shape.fullmatch(first.lower())), "")
    home = _TAKING_AWAY.get("issue" if first.isdecimal() else kind)
    if home is None:
        raise UsageError(several_meant(word), hint=_(_WHAT_TAKES_AWAY))
    lines = [[*home.split(), *rest], ["undo"]]
    said = [_in_words(home, rest), as_spoken("undo")]
    return lines[which_line(call, several_meant(word), said)]


def _refuse_unclear(word: str, rest: Sequence[str]) -> None:
    """Refuse a first word that says too little of what is done.

    Raises:
        UsageError: it may be several commands, or is for the window alone.
    """
    if word in _ANOTHER_DAY:
        raise UsageError(
            several_meant(word),
            hint=_(
                "A meeting on another day: jinlin meeting edit M12 --time 周五19:30;"
                " an issue due on another day: jinlin issue edit NUMBER --due 12-20"
            ),
        )
    if word in _ADD and rest:
        line = f"jinlin {_in_words('issue add', rest)}"
        raise UsageError(
            several_meant(word),
            hint=_("To record an issue: {line}. {hint}").format(line=line, hint=_(_WHAT_IS_ADDED)),
        )
    if word in _BACK and _alone(rest):
        raise UsageError(
            _("There is nothing to go back from or to cancel."),
            hint=_("To take the last step back: jinlin undo; the list of the day: jinlin today"),
        )


def _of_most_nouns(word: str) -> list[str]:
    """Return the commands of a verb that most nouns have, or that people also call so."""
    verb = VERBS.get(word, word)
    if verb in {VERBS.get(one) for one in GENERIC}:
        return [path for path in command_paths() if path.partition(" ")[2] == verb]
    known = [path for path in command_paths() if " " in path]
    for verb in ALSO_CALLED.get(word, ()):
        if where := [path for path in known if path.rpartition(" ")[2] == verb]:
            return where
    return []


def _short_cut(ctx: Any, usual: str, rest: Sequence[str]) -> list[str]:
    """Return the line of a short cut; which option it stands for is said."""
    path, dashes, option = usual.partition(" --")
    if dashes:
        words = [as_spoken(path), as_typed(f"--{option}"), *map(quoted, rest)]
        ctx.meta[UNDERSTOOD] = Understood(" ".join(words), weighty=False)
    return [*usual.split(), *rest]


def _alone(rest: Sequence[str]) -> bool:
    """Return whether nothing but options follows the first word."""
    return all(one.startswith("-") for one in rest)


def _looked_at(ctx: Any, rest: Sequence[str], call: Call) -> list[str]:
    """Return the line that shows what stands behind `看看`: its noun, its number or its name.

    Raises:
        NotFoundError: nobody knows what that is.
    """
    if line := noun_behind(ctx, "show", rest):
        return line
    with OnRecord(call) as record:
        found = _shown(ctx, rest[0], rest[1:], record)
    if found is None:
        raise nothing_called(rest[0], call)
    return found


def _shown(ctx: Any, word: str, rest: Sequence[str], record: OnRecord) -> list[str] | None:
    """Return the line that shows a record of which only number or name was typed, or the last."""
    if not _alone(rest):
        return None
    if is_door(word) or (A_ROOM.fullmatch(word) and not record.numbered("issue", word)):
        return ["household", "show", word, *rest]
    if word in IT and (last := record.named_last(*_SHOWN)) is not None:
        home = _SHOWN[last[0]]
        ctx.meta[UNDERSTOOD] = Understood(_in_words(home, [last[1]]), weighty=False)
        return [*home.split(), last[1], *rest]
    called = next((home for kind, home in _CALLED.items() if record.holds(kind, word)), "")
    if not called and record.begins_a_name(word):
        called = _CALLED["person"]
    if not called and _names_a_building(word, record):
        called = "building show"
    if called:
        return [*called.split(), word, *rest]
    first = several(word)[0]
    kind = "issue"
    if word not in IT and not first.isdecimal():
        try:
            kind = parse_reference(first).kind
        except UsageError:
            return None
    return [*_SHOWN[kind].split(), word, *rest] if kind in _SHOWN else None


def _names_a_building(word: str, record: OnRecord) -> bool:
    with suppress(UsageError):
        return not word.isdecimal() and record.holds("building", parse_building(word))
    return False


def _suiting(
    ctx: Any, where: Sequence[str], rest: Sequence[str], record: OnRecord
) -> Sequence[str]:
    """Return the commands that the words after a verb suit best."""
    if not record.anything_going_on(_STAGED["project"]):
        where = [
            home for home in where if home == "project add" or not home.startswith("project ")
        ] or where
    where = [home for home in where if _has_verb(ctx, home, rest)] or where
    if rest and is_command_word(rest[0]):
        where = [home for home in where if isinstance(at_home(ctx, home).command, Noun)] or where
    best = _best(ctx, where, rest, record) if not _alone(rest) else ()
    return _going_on(best or where, record)


def _unlikely(ctx: Any, where: Sequence[str], rest: Sequence[str], record: OnRecord) -> bool:
    """Return whether no word looks like what any of several commands takes."""
    weights = (weight(ctx, home, rest, record) for home in where)
    return max((one for one in weights if one is not None), default=0) < LIKELY


def _has_verb(ctx: Any, home: str, rest: Sequence[str]) -> bool:
    """Return whether a command is a family, and the next word one of its verbs: `报到 列表`."""
    family = at_home(ctx, home).command
    return (
        bool(rest)
        and isinstance(family, Noun)
        and (family.words.get(rest[0], rest[0]) in family.commands)
    )


def _best(ctx: Any, where: Iterable[str], rest: Sequence[str], record: OnRecord) -> Sequence[str]:
    """Return the commands that words suit best; none where they suit none.

    Money is not that of works while none go on, where it may be the branch's.
    """
    weights = {home: weight(ctx, home, rest, record) for home in where}
    suited = {home: w for home, w in weights.items() if w is not None}
    if any(home.startswith("branch fund ") for home in suited):
        idle = {noun for noun, kind in _STAGED.items() if not record.anything_going_on(kind)}
        suited = {home: w for home, w in suited.items() if home.split()[0] not in idle}
    return [home for home, w in suited.items() if w == max(suited.values())]


def _going_on(where: Sequence[str], record: OnRecord) -> Sequence[str]:
    """Return those of several commands about works of which any goes on; else the usual one."""
    nouns = [home.split()[0] for home in where]
    if len(where) == 1 or not set(nouns) <= set(_STAGED):
        return where
    alive = [
        home
        for home, noun in zip(where, nouns, strict=True)
        if record.anything_going_on(_STAGED[noun])
    ]
    return alive or [home for home, noun in zip(where, nouns, strict=True) if noun == nouns[0]]


def _in_words(home: str, rest: Sequence[str]) -> str:
    return " ".join([as_spoken(home), *map(quoted, rest)])
