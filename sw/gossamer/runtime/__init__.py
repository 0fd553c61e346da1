"""The host's side of a device: frames, the exactly-once connection, and `Device`."""
