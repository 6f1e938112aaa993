"""Printers: IPP straight to the printer, from memory, followed to the end."""
