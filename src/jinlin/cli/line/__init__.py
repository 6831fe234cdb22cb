"""The forgiving line: what somebody typed, read as the command she meant.

`shapes` tells how well a word suits a kind, `on_record` what only the database knows of words,
`free_words` which word is which whatever their order, `reading` puts a line right by them. The
root of the command line names `reading.read_freely`.
"""
