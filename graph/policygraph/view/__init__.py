"""The graph as one HTML file that needs no network: picture, facts, evidence, figures and tables."""
