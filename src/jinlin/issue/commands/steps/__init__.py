"""One verb for each step on the way of an issue: `assign`, `accept`, `visit` and others."""
