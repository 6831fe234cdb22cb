"""What every import shares: opening the file, asking, rehearsing, doing it, and what is told.

Read `take` (`import_file` is the door), then `sheet` (what a register declares), `comparison` (new,
changed, the same, missing) and `outcome` (what the room hands over), `report` and `report_words`
(what is said at the end), `rejects` (refused rows given back in a file, with what `--map` said of
its columns), `form` (a sheet written with what is known, to be filled in and taken back). Rooms use
`take`, `sheet`, `form`, `comparison` and `outcome`.
"""
