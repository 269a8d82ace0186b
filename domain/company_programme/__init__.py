"""Programmes for companies (企業向け地域体験プログラム): what is offered, and who took it up."""
