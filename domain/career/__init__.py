"""Career support (キャリア支援) of a worker: consultations and aims; nothing of what was said."""
