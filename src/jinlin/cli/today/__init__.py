"""`jinlin today`: the day's checklist, then one line of everything else that waits.

In reading order: `checklist` is the pure rule that puts each issue there once, `day` asks the rooms
and hands everything on as values (the window numbers them, too), `first_steps` knows what an empty
complex begins with, `page` sets them on the screen, `today` is the command.
"""
