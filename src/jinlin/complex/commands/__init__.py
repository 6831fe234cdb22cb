"""The commands of the room, one file a noun."""
