"""Numbers as reports write them: numerals, measure words, 15000余份; the one engine for facts and for prose."""
