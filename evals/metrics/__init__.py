"""The metrics, one file each. A metric is a function from one `Case` to a number, or None where it does not apply."""
