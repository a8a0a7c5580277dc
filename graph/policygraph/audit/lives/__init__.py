"""People in posts, initiatives with their steps and money, bodies: who, when, and twice."""
