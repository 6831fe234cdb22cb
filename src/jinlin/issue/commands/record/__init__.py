"""`jinlin issue add` and `edit`, and issues typed one a line."""
