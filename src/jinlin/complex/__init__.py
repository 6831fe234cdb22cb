"""Buildings, households and who owns them."""
