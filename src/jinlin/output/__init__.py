"""What a command has to say, and what it asks: listings, pages, files, questions, command classes.

From the bottom: `asking` (questions and confirmations) and `listing` (a listing or a record, in
every format, masked), `contribution` (what a room hands out to a page of many rooms); `delivery`
(to the screen, a pipe or a file); `command` (the classes of commands and nouns) and `importing`
(what every import shares). Rooms use `listing.listing`, `delivery.show` and `command.grammar` in
every command.
"""
