"""Evidence: blocks become named numbers, one column a name, computed for the whole page at once."""
