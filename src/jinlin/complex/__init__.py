"""The complex: its buildings, its homes, who owns them, who lives there and who is visited.

Read `rules` (addresses, buildings, shares, visits, fields of one's own), then `building` and
`field`, then `household` on them; `exchange` takes rosters in and gives them out, `commands` are
`jinlin building`, `jinlin household` and `jinlin config field`. `references.py` says which of the
room's records stand on a home or a building. Other rooms use the faces the packages name.
"""
