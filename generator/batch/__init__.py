"""Very many reports at once: planned, made on all cores or machines, noted so that a run that was killed goes on."""
