"""What can be heard: the chime, real and simulated."""
