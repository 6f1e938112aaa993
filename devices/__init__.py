"""Hardware, each real and simulated: card readers and cards, printers, keys."""
