"""The local page: a facts file filled in on the left, its report read on the right, live, on this machine alone."""
