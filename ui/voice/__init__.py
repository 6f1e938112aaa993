"""The glass as it sounds: read from the same accessible tree that assistive tools and the tests read."""
