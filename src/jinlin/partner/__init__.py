"""Partners (共建单位): who signed an agreement, what each promised and gave, and for what.

The community's Party organisation signs; the branch brings the problems and records what came of
it. `record` is what is kept, `commands` the verbs.
"""
