"""Tables from real life: xlsx, xls and csv as people have them, read without trusting them."""
