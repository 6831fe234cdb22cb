"""jinlin (近邻): the working tool of a residential complex's Party branch secretary."""

__version__ = "0.1.0"
