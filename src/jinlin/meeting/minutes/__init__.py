"""What minutes hold besides attendance and votes, from the announcement to the lock.

Read `announcements` (everybody was told), `statements` (what was said), `action_items` (who does
what by when), then `canonical` (what is locked, in one canonical form, and its SHA-256) and
`confirmation` (draft, objections, the lock, corrections after it).
"""
