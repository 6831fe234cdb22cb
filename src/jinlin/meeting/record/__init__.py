"""A meeting as it is kept, with its agenda, resolutions and tasks, and what may be told of them.

Read `queries` (a meeting, the list of them), `agenda` (the rows of one), `register` (the rows of
resolutions and tasks) with `resolution_register` and `action_register`, `filters` (what all of
them can be asked for); `held` and `grounds`
define once, as rule and SQL, whether a meeting took place and whether a resolution is a decision.
Then `rules_in_force`, `opening` (with `meeting_to_change`, where every change begins), `actions`,
`branch_first`, `write_back` (into the life of issues) and `ties` (the lineage of what stems from
issues that are kept back). Other rooms use `queries`, the registers, `ties`, `HELD` and `DECIDED`.
"""
