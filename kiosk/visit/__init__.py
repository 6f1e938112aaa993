"""The visit as pure data and rules; it knows no screen, no card library, no network and no clock."""
