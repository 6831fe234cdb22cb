"""Leading through a walk: each step is told, asked for, filled in, and carried out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol

from jinlin.cli.main import STOPPED
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
from jinlin.output.asking import Question, agreed, answers, one_of
from jinlin.store.command.command import reading


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


class _NotYetError(Exception):
    """What comes now has its day, and that is still to come."""


class LeadingWindow(Protocol):
    """What leads: the window."""

    call: Call
    walked: dict[str, WalkPlace]
    leading: bool
    left_out: bool

    def run(self, words: Sequence[str], *, quietly: bool = False) -> int:
        """Carry out a command."""

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
    window.say(
        _("- leaves one out, < asks the one before again, cancel or Ctrl+C leaves the walk.")
    )
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
    if step.of:
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
    """Carry out lines, one after another; `-` leaves out the rest of them.

    Args:
        window: what leads.
        lines: the lines.
        known: what is known of places; what is answered comes to it.

    Returns:
        Whether all of them were carried out.
    """
    whole = True
    for line in lines:
        try:
            whole = _carry_out(window, line, known) and whole
        except LeftOutError:
            return False
    return whole


def _carry_out(window: LeadingWindow, line: StepLine, known: dict[str, str]) -> bool:
    """Ask for a line and carry it out, once more where it is refused; keep what was answered.

    Returns:
        Whether it was carried out.

    Raises:
        KeyboardInterrupt: she leaves the walk, also out of a question of the command.
        LeftOutError: it is not to be done.
    """
    if line.of_last and (listing := filled(line.of_last, known)):
        known.update(facts_of(window.call, listing))
    asked = {one.place for one in line.asks}
    if known.get(line.unless) or any(not known.get(p) for p in needed(line.line) - asked):
        return False
    while True:
        if line.asks:
            known.update(_answered(window, line, known))
        words = filled(line.line, known)
        if not words:
            return False
        window.left_out = False
        code = window.run([*words, *_agreed(window, line, words)])
        if code == STOPPED:
            raise LeftOutError if window.left_out else KeyboardInterrupt
        if code and line.without:
            raise KeyboardInterrupt
        if code == 0 or line.at_once:
            return code == 0
        window.say(_("Once more, otherwise; - leaves it out."))


def _agreed(window: LeadingWindow, line: StepLine, words: Sequence[str]) -> Sequence[str]:
    """Wait for Enter before a line of which nothing was asked, or that is shown beforehand.

    Returns:
        What tells the command that it was agreed to, where she has seen all of it.

    Raises:
        LeftOutError: it is not to be done.
    """
    seen = line.rehearsed and rehearsed(window.call, words)
    if line.rehearsed or not (line.asks or line.at_once):
        agreed(window.call, _("Enter does it, - leaves it out: "))
    return ["--yes", "--quiet"] if seen else []


def _answered(
    window: LeadingWindow, line: StepLine, values: Mapping[str, str]
) -> Mapping[str, str]:
    """Return what was answered for the places of a line.

    Raises:
        LeftOutError: it is not to be done.
    """
    keys = _("Enter alone: nothing of it. - leaves this one out, < goes back one question.")
    outside = needed(line.line)
    asks = [one for one in line.asks if one.of is None or values.get(one.of[0]) == one.of[1]]
    questions = [
        Question(
            one.place, told(_(one.text), values), None,
            choices=[_(choice) for choice in one.choices],
            optional=_may_stay_empty(window, one, values),
            default=_(one.usual) if one.usual else "", about=keys,
            leads=one.optional and one.place in outside,
        )
        for one in asks
    ]  # fmt: skip
    said = answers(window.call, questions, asking=True)
    return {
        **{one.place: "" for one in line.asks},
        **{one.place: answer for one, answer in zip(asks, said, strict=True)},
    }


def _may_stay_empty(window: LeadingWindow, one: PlaceAsked, values: Mapping[str, str]) -> bool:
    return one.optional and (not one.today or values[one.today][:10] == _today(window.call))


def _chosen_row(window: LeadingWindow, step: GuidedStep) -> dict[str, str]:
    """Return the row a walk is about, its columns called `of_…`: the only one, or the one chosen.

    Raises:
        KeyboardInterrupt: there is none; the listing has said what makes one.
    """
    rows = rows_of(window.call, step.of.split())
    if not rows:
        window.run(step.of.split(), quietly=True)
        raise KeyboardInterrupt
    number = 0
    if len(rows) > 1:
        shown = [told(_(step.shown), row) for row in rows]
        question = Question(
            "", _("Which one"), None, choices=shown, check=one_of(shown), default=shown[0],
            optional=True,
        )  # fmt: skip
        [answer] = answers(window.call, [question], asking=True)
        number = shown.index(answer)
    return {f"of_{key}": value for key, value in rows[number].items()}
