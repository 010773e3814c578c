"""What offices wrote -> suggestions: which topic and field each figure and name seems to be, and what the file has."""
