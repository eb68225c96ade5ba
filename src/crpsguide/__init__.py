"""A generator for health guides in which every claim answers for itself."""

__version__ = "0.1.0"
