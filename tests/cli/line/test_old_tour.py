"""What was typed before words could stand in any order is read as it was."""

from __future__ import annotations

import shlex
import shutil
from datetime import UTC, datetime
from pathlib import Path

from harness import Jinlin

from jinlin.cli.start import demo

TOUR = Path(__file__).parents[2] / "data" / "old_tour.txt"
NOW = datetime(2026, 11, 3, 4, tzinfo=UTC)


def test_the_old_tour_runs_in_the_old_spellings_and_leaves_with_the_old_codes(
    bare: Jinlin,
) -> None:
    bare.now = NOW
    bare("demo", demo.USUAL_FOLDER)
    lines = [line for line in TOUR.read_text("utf-8").splitlines() if line[0] != "#"]
    assert len(lines) > 40
    wrong, example = [], bare
    for number, line in enumerate(lines):
        if line == "----":
            folder = bare.folder / str(number)
            shutil.copytree(bare.folder / demo.USUAL_FOLDER, folder)
            example = Jinlin(folder, now=NOW)
            continue
        code, _blank, words = line.partition(" ")
        said = example(*shlex.split(words), code=None)
        if said.code != int(code) or "读作" in said.err:
            wrong.append((line, said))
    assert not wrong
