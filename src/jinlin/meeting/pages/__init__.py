"""The papers of a meeting, one file a paper."""
