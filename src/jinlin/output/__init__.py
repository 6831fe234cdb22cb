"""Listings and records in every format; masking; asking and confirming; the shape of a command."""
