"""The window: one place in which everything is typed, asked for and shown, with the day's list first.

In reading order: `shell` is the command, `window` the talk itself, `line_words` what a line means
before it is a command, `menu` what can be chosen by a number, `walk` how something of many steps is
led through (the walks are in `walks`, one small file each), `opening` what happens once at the
beginning, `prompt` the line she types in, `completion` what is offered meanwhile, `kept_lines` the
history. Only `prompt` knows prompt_toolkit, and nothing of the window is loaded by one command alone.
"""
