"""Works with stages: what a lift and a renovation have in common. No noun, no tables of its own.

Read from the bottom: `hands` keeps the branch's hands off the money (pure), `gates` is the order of
stages and what each asks for (pure), `undertaking` what is undertaken, and the tables of its room;
`stages`, `milestones` and `quotes` write in them.
"""
