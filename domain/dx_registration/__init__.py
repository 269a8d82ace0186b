"""Firms registered under a DX scheme (認定DX制度登録事業者)."""
