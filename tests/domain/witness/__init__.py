"""The consortium and its members: what their records accept and refuse."""
