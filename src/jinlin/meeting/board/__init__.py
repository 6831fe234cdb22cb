"""What the board is told of meetings: `resolutions` of councils, `services` of volunteers."""
