"""The part that each line of a page plays."""
