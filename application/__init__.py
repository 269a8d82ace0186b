"""What the service does with what happened: execute, project, compute, replay."""
