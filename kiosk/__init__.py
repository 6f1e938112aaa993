"""Borgerkiosk: what a visit is, and everything around it."""
