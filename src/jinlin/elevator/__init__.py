"""Who pays how much for an elevator: apportionment, and later consultation, ballot and payments."""
