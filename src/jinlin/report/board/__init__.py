"""What everybody may read: drawn from the records of every room, and naming nobody."""
