"""One visit on the glass."""
