"""`jinlin member find`, `id`, `duplicates`, `merge` and `forget`: anybody, a member or not."""
