"""How a source becomes passages: catalog, load, clean, outline, passages, index."""
