"""The text of one printed page → frozen records. Knows no Django, no files, no clock."""
