"""The branch, its members, their Party status and posts."""
