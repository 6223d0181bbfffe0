"""One page file → rows, in one transaction: matching, provenance, report before write."""
