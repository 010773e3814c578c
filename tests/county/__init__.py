"""Tests of the county: many units."""
