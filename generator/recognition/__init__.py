"""Which field each figure of a sentence is: one matcher made from the topics' declarations, without a model."""
