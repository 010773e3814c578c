"""Tests of the totals of a county."""
