"""Backups: made whole, tried before they are called good, and the way back.

Read `backup` (made and compared), `kept` (their names, and which of them stay), `encryption`
(age, with a passphrase), `restore` (looked at from all sides). The front door uses them;
`backup.safeguard` stands before whatever puts money right.
"""
