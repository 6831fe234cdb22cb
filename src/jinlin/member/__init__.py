"""The branch, its members, their Party status and posts.

The packages, each above those after it: `commands` (what is typed); `branch` (groups, rooms,
venue), `exchange` (rosters in and out) and `report_in` (members of other branches), which know
nothing of each other; `register` (members); `fund` (the purses) and `posts` (who sits where);
`team` (service teams, stewards) and `own_branch` (the branch itself); `rules` (what is true
without a database). `checks` and `references` are what the store asks of this
room.
"""
