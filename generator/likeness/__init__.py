"""What reads alike: passages that units share, and what changed between two facts files."""
