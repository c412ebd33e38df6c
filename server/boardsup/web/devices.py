"""What a browser calls itself, in words of ours: nothing of what it sends is kept or shown."""

from __future__ import annotations

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("CrOS", "a Chromebook"),
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("Linux", "Linux"),
)
"""The first sign that is found counts: browsers name one another, and themselves first here."""


def device_words(user_agent: str) -> str:
    """Such as "Chrome on a Chromebook", for the list of where somebody is signed in."""
    said = user_agent[:400]
    browser = next((words for sign, words in BROWSERS if sign in said), "A browser")
    system = next((words for sign, words in SYSTEMS if sign in said), "")
    return f"{browser} on {system}" if system else browser
