"""Regular meetings (定例会議): their rhythm, who came, what was decided, and what followed."""
