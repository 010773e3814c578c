"""Tests of what notes suggest and what comes home from Word."""
