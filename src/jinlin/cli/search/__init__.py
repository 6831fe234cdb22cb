"""`jinlin find`: one word, looked for in everything there is."""
