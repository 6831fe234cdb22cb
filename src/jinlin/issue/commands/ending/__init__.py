"""`jinlin issue close`, `decline`, `reopen`, `rate`, `check`; and what is told: `reply`, `replies`."""
