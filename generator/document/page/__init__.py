"""The page: layout, grid, where lines and pages end."""
