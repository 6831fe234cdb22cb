"""Before a meeting: `agenda`, `item`, `notify`, `announce`, `signin`."""
