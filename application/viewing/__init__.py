"""Views: what one is, and how it is answered. The views themselves are in `application/views`."""
