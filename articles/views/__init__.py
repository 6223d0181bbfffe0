"""Readers' pages: short views over the questions of querysets.py."""
