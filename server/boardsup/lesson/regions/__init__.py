"""The regions of the screens: what is on a page at one moment, as frozen dataclasses.

`region` is the id of the element that one replaces; its template has the class's name in snake case. Two equal
regions are one piece of HTML, and one that has not changed is not sent again. Nothing here decides who sees what:
that is `views.py`. Texts named `ask` are prompts (words with math between dollar signs), texts named `value` are
printed from our own tree; the templates typeset both. `wrote` is a student's own text.
"""

from __future__ import annotations

from boardsup.lesson.regions.console import (
    Agenda,
    Answers,
    Calling,
    ConsoleHead,
    Grid,
    Requests,
    Stage,
    Tallies,
)
from boardsup.lesson.regions.glimpses import Echo, Glimpse, Notice, Trouble
from boardsup.lesson.regions.student import (
    DoorClosed,
    HeadsUp,
    Listening,
    Me,
    Over,
    Paused,
    QuestionPanel,
    ReviewPanel,
    Saved,
    Tiles,
    Waiting,
    WarmupPanel,
)
from boardsup.lesson.regions.wall import (
    BlankScene,
    CallScene,
    EndScene,
    JoinScene,
    QuestionScene,
    RevealScene,
    WallCount,
    WallHead,
)

StudentRegion = (
    Me
    | Tiles
    | DoorClosed
    | Waiting
    | Paused
    | Over
    | QuestionPanel
    | WarmupPanel
    | ReviewPanel
    | Listening
    | Saved
    | HeadsUp
)
WallRegion = WallHead | JoinScene | BlankScene | QuestionScene | RevealScene | CallScene | EndScene | WallCount
ConsoleRegion = ConsoleHead | Requests | Stage | Tallies | Answers | Grid | Agenda | Calling
Region = StudentRegion | WallRegion | ConsoleRegion | Glimpse

__all__ = [
    "Agenda",
    "Answers",
    "BlankScene",
    "CallScene",
    "Calling",
    "ConsoleHead",
    "ConsoleRegion",
    "DoorClosed",
    "Echo",
    "EndScene",
    "Glimpse",
    "Grid",
    "HeadsUp",
    "JoinScene",
    "Listening",
    "Me",
    "Notice",
    "Over",
    "Paused",
    "QuestionPanel",
    "QuestionScene",
    "Region",
    "Requests",
    "RevealScene",
    "ReviewPanel",
    "Saved",
    "Stage",
    "StudentRegion",
    "Tallies",
    "Tiles",
    "Trouble",
    "Waiting",
    "WallCount",
    "WallHead",
    "WallRegion",
    "WarmupPanel",
]
