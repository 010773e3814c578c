"""Tests of others' Word files against the layout."""
