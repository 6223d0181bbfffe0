"""Which places and topics a text names, and why. Pure; word lists are passed in."""
