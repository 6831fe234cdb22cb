"""Meetings: who was there, what was settled, and the minutes people sign."""
