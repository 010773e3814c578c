"""The offline kit as it is on the user's machine: whether it is whole, where it lies, no network, what is in it."""
