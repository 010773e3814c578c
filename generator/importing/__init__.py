"""An old report, by whomever, becomes a facts file whose report it is.

Each step is one function with a typed result: lines are cleaned (`cleaning`), the title is found among what stands
around it (`front`), the rest put under the four parts (`outline`), each passage given its topic and each figure its
field (`homes`, `marking`), the file laid out (`writing`), and the report that it gives held against the old one
(`proving`).
"""
