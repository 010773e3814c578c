"""Markdown text -> blocks -> Word, PDF and web page; knows nothing of facts."""
