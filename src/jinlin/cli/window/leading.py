"""Leading through a walk: each step is told, asked for, filled in, and carried out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Final, Protocol

from jinlin.cli.main import STOPPED
from jinlin.cli.window.places import param_filled
from jinlin.cli.window.told_rows import facts_of, rehearsed, rows_of
from jinlin.cli.window.walk import (
    GuidedStep,
    GuidedWalk,
    PlaceAsked,
    StepLine,
    filled,
    needed,
    told,
)
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.output.asking import BACK, BackError, Question, agreed, answers, one_of, told_of
from jinlin.output.command.noun import Noun
from jinlin.output.command.questions import checked
from jinlin.store.command.command import reading

_OF: Final = "of_"
"""How the places begin that what a walk is about fills."""


@dataclass
class WalkPlace:
    """How far a walk was gone.

    Attributes:
        step: the step it is at.
        chosen: what the walk is about, by place.
        passed: the rows of the step that were done or left out.
    """

    step: int = 0
    chosen: dict[str, str] = field(default_factory=dict)
    passed: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def begun(self) -> bool:
        """Whether anything of it lies behind her."""
        return bool(self.step or self.passed)


class LeftOutError(KeyboardInterrupt):
    """It is not to be done, and the walk goes on behind it."""


class LedBackError(KeyboardInterrupt):
    """What a walk asked before a command is to be asked again."""


class _NotYetError(Exception):
    """What comes now has its day, and that is still to come."""


class LeadingWindow(Protocol):
    """What leads: the window."""

    call: Call
    walked: dict[str, WalkPlace]
    leading: bool
    left_out: bool
    went_back: bool
    refusal: Sequence[str]

    def run(self, words: Sequence[str], *, quietly: bool = False) -> int:
        """Carry out a command."""

    @property
    def root(self) -> Noun:
        """The whole command line."""

    def say(self, text: str) -> None:
        """Say a line."""


def lead(window: LeadingWindow, name: str) -> None:
    """Lead through a walk, from where it was left if she wants; `undo` takes back what is done.

    Raises:
        JinlinError: what it goes over cannot be read; it can be taken up there again.
        KeyboardInterrupt: she wants neither.
    """
    walk: GuidedWalk = import_module(f"jinlin.cli.window.walks.{name}").WALK
    title = _(walk.title)
    at = window.walked.get(name) or WalkPlace()
    if at.begun and not _goes_on(window, walk, at):
        at = WalkPlace()
    window.walked[name] = at
    window.say(title)
    window.say(_("- skips a question, < asks the one before, cancel or Ctrl+C leaves the walk."))
    window.leading = True
    try:
        while at.step < len(walk.steps):
            _lead_step(window, walk, at)
            at.step, at.passed = at.step + 1, set()
    except KeyboardInterrupt:
        if not at.begun:
            window.say(_("Left: {walk}.").format(walk=title))
            return
        window.say(
            _("Left at {step}/{steps}. What was done stays; “{walk}” goes on from here.").format(
                step=at.step + 1, steps=len(walk.steps), walk=title
            )
        )
        return
    except _NotYetError as not_yet:
        del window.walked[name]
        window.say(_("{what}: on that day “{walk}” goes on.").format(what=not_yet, walk=title))
        return
    finally:
        window.leading = False
    del window.walked[name]
    window.say(_("Done: {walk}. undo takes back the last thing that was saved.").format(walk=title))


def _goes_on(window: LeadingWindow, walk: GuidedWalk, before: WalkPlace) -> bool:
    """Ask whether a walk goes on where it was left, or begins anew.

    Raises:
        KeyboardInterrupt: neither.
    """
    about = _("{walk} was left at {step}/{steps} {about}").format(
        walk=_(walk.title), step=before.step + 1, steps=len(walk.steps),
        about=_(walk.steps[before.step].about),
    )  # fmt: skip
    choices = [_("go on there"), _("begin anew")]
    question = Question(
        "", about, None, choices=choices, check=one_of(choices), default=choices[0], optional=True
    )
    [answer] = answers(window.call, [question], asking=True)
    return answer == choices[0]


def _lead_step(window: LeadingWindow, walk: GuidedWalk, at: WalkPlace) -> None:
    """Do a step, for each of its rows that was not passed yet.

    Raises:
        KeyboardInterrupt: she leaves the walk.
        _NotYetError: its day is still to come.
    """
    step = walk.steps[at.step]
    if step.of and not any(place.startswith(_OF) for place in at.chosen):
        at.chosen.update(_chosen_row(window, step))
    if step.day and _is_ahead(window, step, at) != step.ahead:
        return
    window.say(f"── {at.step + 1}/{len(walk.steps)} {_(step.about)}")
    if not step.each:
        while step.again and _do(window, step.lines, dict(at.chosen)):
            pass
        if not step.again:
            _do(window, step.lines, at.chosen)
        return
    rows = rows_of(window.call, filled(step.each, at.chosen))
    left = [row for row in rows if tuple(row.values()) not in at.passed]
    if not left:
        window.say(_("Nothing to do here."))
    for number, row in enumerate(left, 1):
        more = facts_of(window.call, filled(step.more, row)) if step.more else {}
        known = {**at.chosen, **row, **more}
        window.say(f"[{number}/{len(left)}] {told(_(step.shown), known)}")
        _do(window, step.lines, known)
        at.passed.add(tuple(row.values()))


def _is_ahead(window: LeadingWindow, step: GuidedStep, at: WalkPlace) -> bool:
    """Return whether the day of a step is still to come.

    Raises:
        _NotYetError: it is, and the step waits for it.
    """
    facts = facts_of(window.call, filled(step.day, at.chosen))
    ahead = facts["held_at"][:10] > _today(window.call)
    if ahead and not step.ahead:
        raise _NotYetError(facts["title"])
    return ahead


def _today(call: Call) -> str:
    with reading(call) as reader:
        return reader.clock.today.isoformat()


def _do(window: LeadingWindow, lines: Sequence[StepLine], known: dict[str, str]) -> bool:
    """Carry out lines, one after another; `-` leaves out one question, `<` goes one back.

    Args:
        window: what leads.
        lines: the lines.
        known: what is known of places; what is answered comes to it.

    Returns:
        Whether all of them were carried out.
    """
    done: dict[int, bool] = {}
    place = 0
    while place < len(lines):
        line = lines[place]
        try:
            done[place] = _carry_out(window, line, known)
        except LeftOutError:
            done[place] = False
            known.update({one.place: "" for one in line.asks})
        except BackError:
            before = [n for n in range(place) if lines[n].asks]
            if not before:
                window.say(_("This is the first question."))
            elif done[before[-1]]:
                window.say(_("What was asked before is saved; undo takes it back."))
            else:
                place = before[-1]
            continue
        place += 1
    return all(done.values())


def _carry_out(window: LeadingWindow, line: StepLine, known: dict[str, str]) -> bool:
    """Ask for a line and carry it out, once more where it is refused; keep what was answered.

    Returns:
        Whether it was carried out.

    Raises:
        KeyboardInterrupt: she leaves the walk, also out of a question of the command.
        LeftOutError: it is not to be done.
        BackError: what was asked before it is to be asked again.
    """
    facts = _facts(window, line, known)
    if not _to_do(window, line, {**known, **facts}, facts):
        return False
    asks, before = _put(line, {**known, **facts}), dict[str, str]()
    again = False
    while True:
        if asks:
            values = {**known, **facts}
            known.update(_answered(window, line, asks, values, before, again=again))
        words = filled(line.line, {**known, **facts})
        if not words:
            return False
        try:
            if _ran(window, line, words):
                return True
        except BackError:
            if not line.asks:
                raise
            asks, before = _put(line, known), {one.place: known[one.place] for one in line.asks}
            continue
        if line.at_once:
            return False
        window.say(_("Once more, otherwise; - leaves it out."))
        again = True
        before = {one.place: known[one.place] for one in line.asks}
        refused = told_of(window.refusal, before)
        whole = _put(line, {**known, **facts})
        asks = [one for one in whole if one.place in refused] or whole
        wrong = refused or [one.place for one in whole if len(whole) == 1]
        before = {place: said for place, said in before.items() if place not in wrong}


def _facts(window: LeadingWindow, line: StepLine, known: Mapping[str, str]) -> dict[str, str]:
    """Return what the listings and records of a line tell, each of which may name the next."""
    facts: dict[str, str] = {}
    for told_by in line.of_last:
        places = {**known, **facts}
        if all(places.get(place) for place in needed(told_by)):
            facts.update(facts_of(window.call, filled(told_by, places)))
    return facts


def _to_do(
    window: LeadingWindow, line: StepLine, known: Mapping[str, str], facts: Mapping[str, str]
) -> bool:
    """Return whether there is anything to do of a line."""
    if known.get(line.unless) or (line.given and not facts.get(line.given)):
        if line.given or not line.asks:
            window.say(_("Nothing to do here."))
        return False
    asked = {one.place for one in line.asks}
    return all(known.get(place) for place in needed(line.line) - asked)


def _ran(window: LeadingWindow, line: StepLine, words: Sequence[str]) -> bool:
    """Carry a line out once it was agreed to; return whether it was not refused.

    Raises:
        KeyboardInterrupt: she leaves the walk, or nothing that follows can be done.
        LeftOutError: it is not to be done.
        BackError: what was asked before is to be asked again.
    """
    window.left_out = window.went_back = False
    code = window.run([*words, *_agreed(window, line, words)])
    if code == STOPPED:
        if window.went_back and line.asks:
            raise BackError
        raise LeftOutError if window.left_out else KeyboardInterrupt
    if code and line.without:
        raise KeyboardInterrupt
    return code == 0


def _put(line: StepLine, known: Mapping[str, str]) -> Sequence[PlaceAsked]:
    """Return what is asked of a line; what is not asked stays empty."""
    return [one for one in line.asks if one.of is None or known.get(one.of[0]) == one.of[1]]


def _agreed(window: LeadingWindow, line: StepLine, words: Sequence[str]) -> Sequence[str]:
    """Wait for Enter before a line of which nothing was asked, or that is shown beforehand.

    Returns:
        What tells the command that it was agreed to, where she has seen all of it.

    Raises:
        LeftOutError: it is not to be done.
        BackError: what was asked before is to be asked again.
    """
    seen = line.rehearsed and rehearsed(window.call, words)
    waits = line.rehearsed or not (line.asks or line.at_once)
    if waits and agreed(window.call, _("Enter does it, - leaves it out: "), BACK):
        raise BackError
    return ["--yes", "--quiet"] if seen else []


def _answered(
    window: LeadingWindow,
    line: StepLine,
    asks: Sequence[PlaceAsked],
    values: Mapping[str, str],
    before: Mapping[str, str],
    *,
    again: bool = False,
) -> Mapping[str, str]:
    """Return what was answered for places of a line; `-` is no answer, and the next one is asked.

    Args:
        window: what leads.
        line: the line.
        asks: what is asked.
        values: what is known of places.
        before: what was answered before, which Enter means; where all is asked for once more, the
            last of them is asked first, and `<` leads to the others.
        again: the line was refused: `-` leaves all of it out.

    Raises:
        LeftOutError: the line is not to be done after all.
        BackError: what was asked before these is to be asked again.
    """
    outside = needed(line.line)
    whole = len(asks) == len(_put(line, values))
    found = {one.place: before.get(one.place, "") for one in line.asks} if whole else {}
    place = max((n for n, one in enumerate(asks) if before.get(one.place)), default=0)
    while place < len(asks):
        one = asks[place]
        usual = found.get(one.place) or before.get(one.place, "") or _(one.usual)
        question = _question_of(window, line, one, values, usual)
        try:
            [said] = answers(window.call, [question], asking=True, behind=True)
        except BackError:
            if not place:
                raise
            place -= 1
            continue
        except LeftOutError:
            said = ""
            if one.always:
                window.say(_("This needs an answer."))
                continue
            if again:
                raise
        found[one.place] = said
        if not said and one.place in outside:
            break
        place += 1
    return found


def _question_of(
    window: LeadingWindow, line: StepLine, one: PlaceAsked, values: Mapping[str, str], usual: str
) -> Question:
    """Return the question for a place; its answer is read as the command will read it."""
    optional = _may_stay_empty(window, one, values)
    skips = "" if one.always or (optional and not usual) else _(" (- skips)")
    param = param_filled(window.root, line.line, one.place)
    return Question(
        one.place, told(_(one.text), values) + skips, None,
        choices=[_(choice) for choice in one.choices],
        optional=optional,
        check=checked(window.call, param) if param is not None else None,
        param=param,
        default=usual,
        about=_("Enter alone: nothing of it. - leaves this one out, < goes back one question."),
    )  # fmt: skip


def _may_stay_empty(window: LeadingWindow, one: PlaceAsked, values: Mapping[str, str]) -> bool:
    return one.optional and (not one.today or values[one.today][:10] == _today(window.call))


def _chosen_row(window: LeadingWindow, step: GuidedStep) -> dict[str, str]:
    """Return the row a walk is about, its columns called `of_…`: the only one, or the one chosen.

    Nothing is returned where the step makes another one.

    Raises:
        KeyboardInterrupt: there is none; the listing has said what makes one.
    """
    rows = rows_of(window.call, step.of.split())
    if not rows and step.else_new:
        return {}
    if not rows:
        window.run(step.of.split(), quietly=True)
        raise KeyboardInterrupt
    today = _today(window.call)
    shown = [told(_(step.shown), row) for row in rows]
    if step.else_new and all(row["held_at"][:10] < today for row in rows):
        shown.append(_(step.else_new))
    number = 0
    if len(shown) > 1:
        come = (n for n, row in enumerate(rows) if row.get("held_at", "")[:10] <= today)
        usual = shown[next(come, 0)]
        question = Question(
            "", _("Which one"), None, choices=shown, check=one_of(shown), default=usual,
            optional=True,
        )  # fmt: skip
        [answer] = answers(window.call, [question], asking=True)
        number = shown.index(answer)
    if number == len(rows):
        return {}
    return {f"{_OF}{key}": value for key, value in rows[number].items()}
