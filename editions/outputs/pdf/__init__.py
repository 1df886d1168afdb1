"""The large-print PDF."""
