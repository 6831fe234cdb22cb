"""The verbs of `jinlin notice` that draw from records or print what is public."""
