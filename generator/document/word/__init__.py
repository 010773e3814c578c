"""Blocks -> a Word file."""
