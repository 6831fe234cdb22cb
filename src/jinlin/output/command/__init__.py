"""The shape of the command line: nouns with verbs, global options anywhere, help in two languages.

Read `kind` (a kind of word) and `kinds` (those of every room), `grammar` (the classes of commands),
`verb` (those loaded when typed, and the functions that carry them out), `filtered` (commands on
what a filter chooses), `noun` and `family`, `questions` (asking for words that are missing),
`options` (shared by commands), `typed_words` and `named_files` (the words of a line), `operation`
(what an operation id stands for), `help_page` (its example lines are `examples.toml`).
`import_options`, `export_options` and `field_options` are for commands of several rooms.
"""
