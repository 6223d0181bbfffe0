"""Who is named and how: bylines, credits, datelines, author lines."""
