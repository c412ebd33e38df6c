"""Signing in where the school signs in: OpenID Connect."""
