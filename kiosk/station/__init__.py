"""The machine: supervisor, room, settings, vault and journal; no citizen data ever comes here."""
