"""The sample class: thirty first names, short and long, from many places and in several scripts."""

from __future__ import annotations

NAME = "Sample class"

PASTED = """
Aaliyah, Bo, Camila, Dmitri, Eun-ji, Fatima, Gabriel, Hiroshi, Ife, José, Kiran, Léa, Malik, Nadia, Øyvind,
Priya, Quinn, Rosalind, Søren, Thảo, Uma, Vítor, Wanjiru, Xóchitl, Yusuf, Zoë, Юля, أمل, 美玲, דוד
"""
