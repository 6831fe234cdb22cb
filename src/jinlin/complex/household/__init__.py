"""Homes: the door, who owns it and lives there, who votes for it, who needs care, who was visited.

Read `door` (one home, and which one a text means), `register` (the list), `filters` (what it can be
asked for), `people` (who is meant by `张伟@3`), `listed` (by a list of names) and `newcomers`
(somebody known, or recorded now); then `actions`, `removal` and `removed` of homes, `owners` and
`ownership`, `occupants`, `representative`, `care` with its `care_tags.toml`, `visits`, and `pages`
(the notice left at a door). Other rooms use `door` (`Door`, `find_household`, `door_of`,
`doors_meant`), `people`, `listed` and `visits.due`.
"""
