"""Forms that the offices filled in -> values for the facts file, or what is wrong with them, cell by cell."""
