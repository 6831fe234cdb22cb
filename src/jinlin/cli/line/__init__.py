"""The forgiving line: what somebody typed, read as the command she meant.

`shapes` tells how well a word suits a kind, `on_record` what only the database knows of words,
`free_words` which word is which whatever their order, `reading` how the words of a command are read
by them; `understood` asks which reading is meant, hands it to the command and says it. The root of
the command line names `understood.read_freely`. `add_ons` are programs of others on the path.
"""
