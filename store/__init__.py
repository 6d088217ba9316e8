"""What is kept and where: records, texts, vectors, the full-text index, and the settings that say where they are."""
