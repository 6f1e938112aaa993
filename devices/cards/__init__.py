"""Smart cards and their readers: the PIV conversation, PC/SC, and a simulated card that behaves."""
