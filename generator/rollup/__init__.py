"""The totals of a county: the figures of many units added up, each total open to the lines that make it."""
