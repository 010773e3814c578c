"""Puts the offline kit together: a zip with Python, the program and its libraries, for machines without a network.

`python3 run.py kit windows|linux-x86_64|linux-aarch64`. Each step is a module: `targets` (for which machines),
`lock` and `wheels` (which libraries), `pythons` (which Python), `starters` (what is double-clicked), `papers`
(licences, bill of materials, manual), `assemble` (the whole, in order).
"""


class KitError(Exception):
    """The kit cannot be put together; says why and what to do, in Chinese."""
