"""How a question becomes an answer: understand, retrieve, read, verify."""
