"""The front door: the table of nouns, Typer's words, errors to text and exit code."""
