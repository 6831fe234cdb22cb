"""What the verbs of this room share.

`one_issue` finds the issue that is meant and answers with it, `options` are options of several
verbs, `in_charge` reads who is put in charge, `step_words` tells steps in words, also to the verbs
of meetings.
"""
