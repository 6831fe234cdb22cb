"""The ways out: the screen, a pipe, a file that is whole or not there.

Read `show` (what every command ends with), `files` (written whole, private, never over
another), `saving` (shown once it is saved), `export` and `disclosure` (registers and personal
data into a file), `page` (pages to hand in), `content` (what other programs read), `gifts` (what
others gave, below a record). Rooms use `show`, `page`, `export`, `content`, `gifts` and
`files.write_whole`.
"""
