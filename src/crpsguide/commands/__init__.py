"""The commands (build, check, serve, new, import), one module each. Only they know the order of the stages."""
