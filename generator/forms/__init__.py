"""What derives from the topics' declarations: the scaffold, the JSON Schema, the reference page; and the cards."""
