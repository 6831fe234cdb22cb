"""Part three of a report beside the elevators: `works` in the complex, and `partners`."""
