"""What holds of a project, without its database: stages, papers, books, and the later splits.

`stages` and `gates` (stage gates) say what a project must have before it goes on; `answers` and
`version_effects` what a door consented to; `books` and `instalments` what moves and falls due;
`settlement` and `running_split` are the splits after adoption. Reports use `stages`, `answers`
and `books`.
"""
