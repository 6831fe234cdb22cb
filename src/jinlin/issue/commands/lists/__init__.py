"""`jinlin issue list`, `show`, `trace`, `visits`, `board` and `stats` with its two kinds of tables."""
