"""The date of a page with its evidence."""
