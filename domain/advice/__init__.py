"""Advisers (アドバイザー): their sessions, what they advised, and what it changed."""
