"""What the readers of all formats share: bytes made text, odd characters, lines and tables under way, roles."""
