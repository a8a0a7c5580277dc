"""Checks what the graph has been told: figures, tenures, initiatives, origins. It reports, it never chooses."""
