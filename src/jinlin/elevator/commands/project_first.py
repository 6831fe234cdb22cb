"""Commands whose first word is a project, which may be left away: `stage X1 施工`, `stage 施工`."""

from __future__ import annotations

from typing import Any

from jinlin.elevator.commands.kinds import is_project
from jinlin.output.command.grammar import Command


class _ProjectFirst(Command):
    """Such a command; its project says `cleared=None`."""

    clears = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put nothing in the place of a project that was left away."""
        first, *_between, last = (p for p in self.params if p.param_type_name == "argument")
        said, *_others = self.make_parser(ctx).parse_args(list(args))
        word, room = said.get(str(first.name)), last.nargs < 0 or not said.get(str(last.name))
        if word and room and not is_project(word):
            args = ["", *args]
        return super().parse_args(ctx, args)


def project_first(kind: type[Command] = Command) -> type[Command]:
    """Return a class of such commands; `kind` is what they are besides."""
    return type(f"ProjectFirst{kind.__name__}", (_ProjectFirst, kind), {})
