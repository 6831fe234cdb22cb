"""What is kept of partners: the register, and their supports."""
