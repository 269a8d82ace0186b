"""Pilot projects (パイロットプロジェクト): begun, finished or given up, and what was learnt."""
