"""`jinlin issue bulk`, `filter`, `import` and `export`: many issues at once."""
