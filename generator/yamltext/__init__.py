"""YAML text -> plain data with places, or every slip named; for facts, topics, front matter and library files."""
