"""The pages, one file each, and the pieces they share."""
