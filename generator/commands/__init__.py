"""What the commands do, one page each, with every step in sight: read, draft, cut into blocks, check, write."""
