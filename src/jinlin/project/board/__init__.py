"""What of works may hang: the plan and what came of it, the firms to choose among."""
