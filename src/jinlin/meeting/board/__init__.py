"""What the board is told of meetings: `resolutions`, their `results`, `services` of volunteers."""
