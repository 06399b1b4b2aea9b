"""Accepted documents -> Organisation."""
