"""The one file: open it, begin and commit a command, its history and undo, backup, schema."""
