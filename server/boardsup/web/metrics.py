"""How a process is doing, as Prometheus reads it: counts and times, and nothing by which a class could be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from boardsup.room.rooms import Rooms
from boardsup.room.workers import Workers


class Measuring(Collector):
    """Reads the rooms at the moment it is asked."""

    def __init__(self, rooms: Rooms, workers: Workers) -> None:
        self._rooms, self._workers = rooms, workers

    def collect(self) -> Iterator[Metric]:
        """One metric after the other."""
        rooms, journal = self._rooms.open, self._rooms.house.journal
        looking = [tab for room in rooms for tab in room.screens.tabs]
        pages = Counter({"student": 0}) + Counter(tab.page for tab in looking)
        tabs = GaugeMetricFamily("boardsup_tabs", "Tabs that look at a lesson, by page.", labels=["page"])
        for page, count in sorted(pages.items()):
            tabs.add_metric([page], count)
        yield tabs
        yield GaugeMetricFamily("boardsup_lessons", "Lessons in memory that go on.", _going_on(self._rooms))
        yield GaugeMetricFamily("boardsup_journal_queue", "What waits to be written.", journal.queued)
        yield GaugeMetricFamily("boardsup_outbox_frames", "Frames not sent yet.", sum(t.outbox.depth for t in looking))
        yield GaugeMetricFamily("boardsup_hard_queue", "Answers that wait for slow algebra.", self._workers.queued)
        yield GaugeMetricFamily("boardsup_loop_late_seconds", "How late the loop's last tick was.", self._rooms.late)
        stored = journal.stored
        yield CounterMetricFamily("boardsup_events", "Events made durable.", stored.events)
        yield CounterMetricFamily("boardsup_commits", "Commits of the journal.", stored.commits)
        yield CounterMetricFamily("boardsup_commit_seconds", "Seconds in commits, begin to durable.", stored.seconds)


def _going_on(rooms: Rooms) -> int:
    return sum(not room.lesson.ended for room in rooms.open)
