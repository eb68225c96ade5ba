"""What a person can ask for: build, check, serve, new. Only this room knows the order of the stages."""
