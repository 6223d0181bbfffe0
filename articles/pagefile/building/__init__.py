"""Records from what was cut and joined: headings, body, kind."""
