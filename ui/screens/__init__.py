"""What the glass shows, without Qt: a view model for every screen."""
