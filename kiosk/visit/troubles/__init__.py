"""The rows of the table of troubles, a room for each place where something can go wrong."""
