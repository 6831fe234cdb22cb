"""Registers that are declared (declarative record editor): one class, and the rest follows.

`row` is how a room declares a record and its fields, `rules` what else it says of a register;
`records` reads and finds those of one, `register` adds, changes and removes them; `pages` lists and
shows them; `verbs` makes the commands; `sentences` has what all of them say. `sheets` is a register
as a table from outside, `sheet_verbs` its commands. A room names `RegisterRow`, `field`,
`computed`, `kept`, `SheetCell`, `Register`, `Parent`, `Rules` and, among its commands,
`register_family`.
"""
