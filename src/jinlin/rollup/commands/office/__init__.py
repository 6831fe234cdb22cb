"""`jinlin rollup`: what an office makes of the months that branches hand up, verb by verb.

The noun has no database of a branch: `words.py` says which folder a command is about.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from typer.core import TyperOption

from jinlin.core.errors import JinlinError
from jinlin.core.i18n import N_
from jinlin.output.command.grammar import Command, ListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.options import file_options, force_option, global_options
from jinlin.output.command.verb import verb_in


class InFolderCommand(Command):
    """What is about the folder of an office: a line that it hints at is about the same one."""

    def invoke(self, ctx: Any) -> None:
        """Run it; of a folder that was named the hint says so, too.

        Raises:
            JinlinError: as the command does.
        """
        try:
            super().invoke(ctx)
        except JinlinError as error:
            from jinlin.rollup.commands.office.words import there_too

            error.hint = there_too(error.hint, ctx.params.get("folder"))
            raise


class OfficeListing(InFolderCommand, ListingCommand):
    """Rows of an office."""


class ConsignmentCommand(InFolderCommand):
    """A file that is passed on."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return where the file goes, then the global options."""
        return (*file_options(".zip"), *global_options())


class PublicationCommand(InFolderCommand):
    """Files that are put into a folder together."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return that they may be replaced, then the global options."""
        return (force_option(), *global_options())


_verb = partial(verb_in, __name__)

app = noun(
    N_("What thousands of branches hand up: who reported, what it adds up to."),
    later=(
        _verb("init", "init:init", N_("Begin the folder of an office."), InFolderCommand),
        _verb("org", "org:org", N_("The tree: who is to report, and whose key counts."), OfficeListing),
        _verb("add", "add:add", N_("Take in files, folders, a stick; as often as you like."), OfficeListing),
        _verb("status", "status:status", N_("Who reported on a month, in time or late, who is missing."), OfficeListing),
        _verb("report", "report:report", N_("What it adds up to: a page with charts, or one question by itself."), OfficeListing),
        _verb("publish", "publish:publish", N_("What may be public, into a folder: no Party life, no small numbers."), PublicationCommand),
        _verb("pass", "pass_:pass_", N_("The file for the next level: every bundle, unchanged."), ConsignmentCommand),
        _verb("demo", "demo:demo", N_("The files of an invented province, to try it all on."), Command),
        _verb("rebuild", "rebuild:rebuild", N_("Make the figures anew from the archive."), InFolderCommand),
    ),
    words={
        "建立": "init", "机构": "org", "接收": "add", "状态": "status", "报告": "report",
        "公布": "publish", "转报": "pass", "重建": "rebuild", "演示": "demo",
    },
)  # fmt: skip
