"""Scoring: named numbers become a decision for each block, and a role."""
