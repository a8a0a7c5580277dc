"""From a checked pack to the dataset: each fact becomes statements, each statement knows who says so."""
