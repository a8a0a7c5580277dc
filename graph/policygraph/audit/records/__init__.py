"""What the audit looks at and what it says, as plain records."""
