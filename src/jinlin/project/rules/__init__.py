"""What holds of works in the complex: kinds, stages, and what each gate asks for. Pure."""
