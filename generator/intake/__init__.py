"""Old reports and filled forms: whatever an office has at hand, read."""
