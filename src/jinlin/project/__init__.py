"""Works in the complex (架空层、车位): a member of the branch in every stage, never its money.

Read from the bottom: `rules` the kinds, stages and gates (pure), `record` what is kept, `progress`
how works go on and what is printed of them, `commands` the verbs.
"""
