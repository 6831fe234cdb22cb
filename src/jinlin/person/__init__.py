"""The one people table: identity and search."""
