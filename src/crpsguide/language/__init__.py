"""Facts about English text that would be true of any guide."""
