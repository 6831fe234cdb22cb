"""The window: one place in which everything is typed, asked for and shown, the day's list first.

In reading order: `shell` is the command, `window` the talk itself, `line_words` what a line means
before it is a command, `menu` what can be chosen by a number, `walk` what a guided walk is and
`leading` how it is led (the walks are in `walks`, a small file each), `opening` what happens once
at the beginning, `prompt` the line she types in, `completion` what is offered, `kept_lines`
the history, `plain_lines` what keeps the program out of the lines that hints name. Only `prompt`
knows prompt_toolkit; no command by itself loads anything of the window.
"""
