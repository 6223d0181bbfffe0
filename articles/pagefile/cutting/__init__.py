"""Marked lines into articles."""
