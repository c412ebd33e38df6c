"""The teacher's own pages to practise on: for a skill, in place of what the skill map gives."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from sqlalchemy import delete
from sqlmodel import Session, col, select

from boardsup.lesson.materials import Link
from boardsup.rostering.names import Refusal, cleaned
from boardsup.store.tables import PracticeLinkRow

MOST_LINKS = 4
LONGEST_TITLE, LONGEST_ADDRESS = 60, 500
NO_ADDRESS = "“{}” is no address of a page. It has to begin with https:// or http://."


def links_of(session: Session) -> dict[str, tuple[Link, ...]]:
    """By skill, for those whose pages the teacher has set."""
    found: dict[str, tuple[Link, ...]] = {}
    for row in session.exec(select(PracticeLinkRow).order_by(PracticeLinkRow.skill, col(PracticeLinkRow.place))):
        found[row.skill] = (*found.get(row.skill, ()), Link(row.title, row.url))
    return found


def set_links(session: Session, skill: str, links: Sequence[Link]) -> None:
    """Set a skill's pages; with none, those of the skill map are back. Raises `Refusal`, and changes nothing then."""
    read = [_read(link) for link in links if link.url.strip()][:MOST_LINKS]
    session.connection().execute(delete(PracticeLinkRow).where(col(PracticeLinkRow.skill) == skill))
    for place, link in enumerate(read):
        session.add(PracticeLinkRow(skill=skill, place=place, title=link.title, url=link.url))
    session.flush()


def _read(link: Link) -> Link:
    """The link, if it leads to a page: only the web's own two schemes, so that a press can run nothing."""
    url = link.url.strip()
    parts = urlsplit(url) if url.isprintable() and " " not in url and len(url) <= LONGEST_ADDRESS else None
    if parts is None or parts.scheme not in ("https", "http") or not parts.hostname:
        raise Refusal(NO_ADDRESS.format(url[:60]))
    return Link(cleaned(link.title)[:LONGEST_TITLE].rstrip() or parts.hostname, url)
