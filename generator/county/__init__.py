"""A county: the facts files of many units, found, read and overseen."""
