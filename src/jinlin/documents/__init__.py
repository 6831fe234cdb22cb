"""Pages people hand in, in one house style; knows no room."""
