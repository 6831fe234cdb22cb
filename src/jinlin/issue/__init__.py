"""Residents' issues, from report to satisfaction."""
