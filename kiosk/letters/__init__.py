"""From a file in a letter to pages that are safe to show and to print."""
