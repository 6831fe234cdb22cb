"""What a branch counts in a month as the cells of a bundle, and the bundle made of them."""
