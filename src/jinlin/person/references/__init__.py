"""Where in the database people are told of, and in which words.

`needles` are a person's names, phones and ids as they may stand in a text; `personal_columns` says
which columns of a table are hers, `places` what a row's home is called, `table_names` what a table
is. Other rooms use `table_name`.
"""
