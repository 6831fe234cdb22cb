"""What a bundle is, byte by byte, and who signed it: pure, without a database and a screen."""
