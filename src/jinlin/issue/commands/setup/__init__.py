"""`jinlin issue categories` and `category`: what the branch promises, and changing it."""
