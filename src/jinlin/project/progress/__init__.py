"""How works go on: what their gates see, what is done with them, and what is printed of them."""
