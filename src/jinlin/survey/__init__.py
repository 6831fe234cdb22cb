"""Questionnaires (问卷): doors, people or anonymous slips, by rounds; only numbers come out.

Read from the bottom: `rules` the kinds of questions and how answers are read (pure), `record` what
is kept and counted, `commands` the verbs.
"""
