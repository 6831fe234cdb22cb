"""`jinlin rollup`: what an office makes of the months that branches hand up, verb by verb.

The noun has no database of a branch: `words.py` says which folder a command is about.
"""

from __future__ import annotations

from functools import partial

from typer.core import TyperOption

from jinlin.core.i18n import N_
from jinlin.output.command.grammar import Command, ListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.options import file_options, force_option, global_options
from jinlin.output.command.verb import verb_in


class ConsignmentCommand(Command):
    """A file that is passed on."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return where the file goes, then the global options."""
        return (*file_options(".zip"), *global_options())


class PublicationCommand(Command):
    """Files that are put into a folder together."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return that they may be replaced, then the global options."""
        return (force_option(), *global_options())


_verb = partial(verb_in, __name__)

app = noun(
    N_("What thousands of branches hand up: who reported, what it adds up to."),
    later=(
        _verb("init", "init:init", N_("Begin the folder of an office."), Command),
        _verb("org", "org:org", N_("The tree: who is to report, and whose key counts."), ListingCommand),
        _verb("add", "add:add", N_("Take in files, folders, a stick; as often as you like."), ListingCommand),
        _verb("status", "status:status", N_("Who reported on a month, in time or late, who is missing."), ListingCommand),
        _verb("report", "report:report", N_("What it adds up to: a page with charts, or one question by itself."), ListingCommand),
        _verb("publish", "publish:publish", N_("What may be public, into a folder: no Party life, no small numbers."), PublicationCommand),
        _verb("pass", "pass_:pass_", N_("The file for the next level: every bundle, unchanged."), ConsignmentCommand),
        _verb("demo", "demo:demo", N_("The files of an invented province, to try it all on."), Command),
        _verb("rebuild", "rebuild:rebuild", N_("Make the figures anew from the archive."), Command),
    ),
    words={
        "建立": "init", "机构": "org", "接收": "add", "状态": "status", "报告": "report",
        "公布": "publish", "转报": "pass", "重建": "rebuild", "演示": "demo",
    },
)  # fmt: skip
