"""The branch, its members, their Party status and posts.

The packages, each above those after it: `commands` (what is typed); `exchange` (rosters in and
out), `fund` (the purses), `branch` (groups, rooms, venue), `team` (service teams, stewards) and
`report_in` (members of other branches), which know nothing of each other; `register` (members);
`posts` (who sits where); `rules` (what is true without a database). `own_branch` is the branch
itself; `tables` are the tables written through a session; `checks` and `references` are what the
store asks of this room.
"""
