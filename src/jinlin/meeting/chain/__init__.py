"""Major matters step by step (两议两评两公开): `steps` due and missing, `threads` their proofs.

A step is proved by a record, never ticked by hand. Other rooms make chains of their own records.
"""
