"""The shape of the command line: nouns with verbs, global options anywhere, help in two languages.

Read `grammar` (the classes of commands, verbs loaded when typed), `filtered` (those on what a
filter chooses), `noun` and `family`,
`options` (shared by commands), `typed_words` and `named_files` (the words of a line),
`operation` (what an operation id stands for), `help_page`. `import_options`, `export_options`
and `field_options` are for commands of several rooms.
"""
