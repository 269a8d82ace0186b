"""What a browser shows and does, tried in a real one."""
