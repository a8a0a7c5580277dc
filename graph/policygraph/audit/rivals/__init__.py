"""What cannot all hold: values, units, targets and places in lists that differ."""
