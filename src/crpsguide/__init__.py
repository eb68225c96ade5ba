"""A generator for health guides in which every claim answers for itself."""
