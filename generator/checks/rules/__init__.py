"""One module a group of rules (or a part of one); each module here is found and loaded by the registry."""
