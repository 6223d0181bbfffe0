"""What the page has torn, put together again; what it has doubled, kept out."""
