"""What of an issue may leave the house, and in what form.

`publicity` is the one gate for boards, papers, notices, the site and reports; `redaction` takes
names, doors, phones and parties out of a text, and `redactors` makes what does so for all that
this database knows; `upward` does so for community and street. All four are the face for other
rooms.
"""
