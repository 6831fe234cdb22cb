"""The elevator of an entrance: who pays what, who agreed, how far it is, and the money.

Read from the bottom: `apportionment` is the arithmetic (pure), `rules` what holds of a project
(pure), `draft` a split without one, `project` the project and its cost, `consent` the three papers,
`money` the books, `settlement` the end of the works, `progress` how a project goes on, `commands`
the verbs. `checks` and `references` are for `db check` and for references from other rooms.
"""
