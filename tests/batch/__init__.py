"""Tests of very many reports at once."""
