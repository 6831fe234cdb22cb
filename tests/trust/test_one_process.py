"""Many commands in one process, as in the window: none of them finds anything of another."""

from __future__ import annotations

import json
import random
from pathlib import Path

from harness import Jinlin
from processes import needs_fork, run_python
from trust.conftest import SHARE
from trust.stations import Stations

SCRIPT = Path(__file__).parents[1] / "support" / "trust" / "one_process.py"
LOOKS = (
    ["today"], ["issue", "list"], ["issue", "board"], ["issue", "list", "--json"], ["--help"],
    ["issue", "stats", "--by", "category"], ["household", "list"], ["log"], ["log", "--json"],
    ["notice", "matters"], ["meeting", "types"], ["elevator", "schemes"], ["nothing"],
    ["issue", "add", "--help"], ["issue", "show", "9999"], ["member", "list"], ["config", "show"],
    ["report", "monthly", "2026-10"], ["branch", "fund"], ["issue", "lst"], ["issue", "add"],
    ["elevator", "split", "--floors", "6", "--per-floor", "2", "--total", "48万"],
)  # fmt: skip
"""Commands that read, and some that are refused."""


@needs_fork
def test_a_command_says_the_same_after_hundreds_in_both_languages(
    stations: Stations, dice: random.Random, tmp_path: Path
) -> None:
    jinlin = stations.stand(tmp_path / "at")
    count = max(6, round(SHARE * len(stations.all)))
    writing = dice.sample(stations.all, min(count, len(stations.all)))
    commands = [[station.words(jinlin), str(station.place)] for station in writing]
    example = commands[0][1]
    looks = LOOKS if SHARE >= 0.1 else dice.sample(LOOKS, 6)
    commands += [[words, example] for words in looks]
    both = [[words, language, place] for words, place in commands for language in ("zh", "en")]
    dice.shuffle(both)
    done = run_python(
        str(SCRIPT),
        folder=tmp_path,
        typed=json.dumps({"folder": str(jinlin.folder), "commands": both}).encode(),
        seconds=60 + 3 * len(both),
    )
    told = json.loads(done.stdout)
    assert told["typed"] == len(both)
    assert told["differed"] == [], done.stderr.decode()


def test_memory_does_not_grow(jinlin: Jinlin) -> None:
    """`JINLIN_TRUST=1` types the 5 000 commands of a long day."""
    rounds = max(8, round(SHARE * 1250))
    done = run_python(
        str(SCRIPT), str(jinlin.folder), str(rounds), folder=jinlin.folder, seconds=60 + 2 * rounds
    )
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(done.stdout)
    assert told["bytes"] < 250_000 + 500 * rounds, told
    assert told["objects"] < 700, told
