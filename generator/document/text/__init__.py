"""Markdown -> blocks: what the report says, and what each paragraph is."""
