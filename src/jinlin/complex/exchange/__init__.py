"""Rosters of households: taken in, compared, given out.

A roster goes through `home_keys`,
`row_people`, `row_care` and `row` (one row read), `namesakes`, `entrances` and `roster` (rows of
one home together), `recorded` and `differences`, and is compared and written by `comparison` with
`buildings_named`; who is meant is told by `person.people.recognition`. `importing` is the command's
one call. `door_rows` tells which door a row of a table about doors means.
`exporting` and `templates` write what an import reads again. Other rooms use `door_rows`,
`home_keys`, `templates` and `exporting.column`.
"""
