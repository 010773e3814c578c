"""nianbao: a year's facts of one unit become its annual report on rule-of-law government building."""
