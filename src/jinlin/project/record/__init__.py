"""What is kept of works: the works themselves, notes and who took part, quotes, and the money."""
