"""From what was read in an article to facts about known entities, and to what a person has to judge."""
