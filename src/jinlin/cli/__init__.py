"""The front door: where a command starts and ends.

`main.py` runs one command and returns its exit code, `faults.py` says what went wrong; `nouns.py`
is the table of nouns, each loaded when it is used; `localisation.py` says Typer's own words in the
user's language; `shell_completion.py` answers a shell with what `known_values.py` finds;
`rescue.py` leads back to a backup. `start/`, `today.py` (with what the rooms contribute),
`config/`, `history/` and `database/` are the nouns that belong to no room.
"""
