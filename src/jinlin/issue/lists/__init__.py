"""Which issues, in which order, and what is told of them to whom.

`filters` is the table of what can be asked for, `saved_filters` keeps it under a name, `lists` asks
the database. On them stand `board` (a screen in the street), `doorstep` and `doorstep_page` (a
steward's walk), `call_form` (whom to call, and what they said), `friday_agenda`, `trace` (one
life), `statistics` and `hotspots`; `exporting`, `timeline` and `open311` are for other programs;
`spells`, while which times an issue was open, is under all figures. Other rooms use `lists`,
`board`, `friday_agenda`, `statistics` and `spells`.
"""
