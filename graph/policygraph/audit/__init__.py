"""Checks what the graph has been told: figures, tenures, initiatives, origins; it never chooses."""
