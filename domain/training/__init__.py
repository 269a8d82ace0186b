"""Training (研修) of workers and of mentors: courses, their sessions, and who takes part."""
