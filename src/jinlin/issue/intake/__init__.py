"""Recording one issue: the action behind the command that is typed most.

`entry` records it and returns it with its advice; `advice` says what to mind, each sentence of it;
`similar` finds what may say the same again. `issue add` uses `entry`, `issue edit` a sentence
of `advice`; no other room uses any of it.
"""
