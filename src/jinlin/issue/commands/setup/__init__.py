"""Verbs that set up: the categories of issues, and what the branch promises for each."""
