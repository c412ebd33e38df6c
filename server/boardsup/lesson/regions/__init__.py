"""The regions of the screens: what is on a page at one moment, as frozen dataclasses.

`region` is the id of the element that one replaces; its template has the class's name in snake case. Two equal
regions are one piece of HTML, and one that has not changed is not sent again. Nothing here decides who sees what:
that is `views/`. Texts named `ask` are prompts (words with math between dollar signs), texts named `value` are
printed from our own tree; the templates typeset both. `wrote` is a student's own text.
"""

from __future__ import annotations

from boardsup.lesson.regions.boards import Board, Boards
from boardsup.lesson.regions.calling import Calling, Note, PickedAnswer
from boardsup.lesson.regions.cards import Advice, Other, Place, Placed, PlanCard
from boardsup.lesson.regions.console import (
    Agenda,
    AnswerGroup,
    Answers,
    ConsoleHead,
    Entry,
    Grid,
    Member,
    Requests,
    SeatRequest,
    Sheet,
    Square,
    Stage,
    Tallies,
    Tally,
)
from boardsup.lesson.regions.glimpses import Echo, Expected, Glimpse, Notice, SpotPreview, Trouble
from boardsup.lesson.regions.stations import AtWork, Rounds
from boardsup.lesson.regions.student import (
    DoorClosed,
    GetReady,
    HeadsUp,
    Listening,
    Me,
    Over,
    OwnGroup,
    Paused,
    Pick,
    QuestionPanel,
    Receipt,
    Result,
    ReviewPanel,
    Saved,
    Step,
    Talk,
    Tile,
    Tiles,
    Waiting,
    WarmupPanel,
)
from boardsup.lesson.regions.timeline import Arrival, FlagMoment, Timeline
from boardsup.lesson.regions.wall import (
    Answered,
    BlankScene,
    BoardsScene,
    CallScene,
    EndScene,
    Group,
    GroupsScene,
    JoinScene,
    Learned,
    ModelScene,
    NamedGroup,
    QuestionScene,
    ReadyScene,
    RevealScene,
    ShownBoard,
    TalkScene,
    WallCount,
    WallHead,
)

StudentRegion = (
    Me
    | Tiles
    | DoorClosed
    | Waiting
    | GetReady
    | OwnGroup
    | Talk
    | Paused
    | Over
    | QuestionPanel
    | WarmupPanel
    | ReviewPanel
    | Listening
    | Saved
    | HeadsUp
)
WallRegion = (
    WallHead
    | JoinScene
    | BlankScene
    | QuestionScene
    | TalkScene
    | ReadyScene
    | GroupsScene
    | ModelScene
    | RevealScene
    | BoardsScene
    | CallScene
    | EndScene
    | WallCount
)
ConsoleRegion = (
    ConsoleHead
    | Requests
    | Stage
    | Tallies
    | Timeline
    | Advice
    | PlanCard
    | Answers
    | Grid
    | Agenda
    | Calling
    | Boards
    | Rounds
)
Region = StudentRegion | WallRegion | ConsoleRegion | Glimpse

__all__ = [
    "Advice",
    "Agenda",
    "AnswerGroup",
    "Answered",
    "Answers",
    "Arrival",
    "AtWork",
    "BlankScene",
    "Board",
    "Boards",
    "BoardsScene",
    "CallScene",
    "Calling",
    "ConsoleHead",
    "ConsoleRegion",
    "DoorClosed",
    "Echo",
    "EndScene",
    "Entry",
    "Expected",
    "FlagMoment",
    "GetReady",
    "Glimpse",
    "Grid",
    "Group",
    "GroupsScene",
    "HeadsUp",
    "JoinScene",
    "Learned",
    "Listening",
    "Me",
    "Member",
    "ModelScene",
    "NamedGroup",
    "Note",
    "Notice",
    "Other",
    "Over",
    "OwnGroup",
    "Paused",
    "Pick",
    "PickedAnswer",
    "Place",
    "Placed",
    "PlanCard",
    "QuestionPanel",
    "QuestionScene",
    "ReadyScene",
    "Receipt",
    "Region",
    "Requests",
    "Result",
    "RevealScene",
    "ReviewPanel",
    "Rounds",
    "Saved",
    "SeatRequest",
    "Sheet",
    "ShownBoard",
    "SpotPreview",
    "Square",
    "Stage",
    "Step",
    "StudentRegion",
    "Talk",
    "TalkScene",
    "Tallies",
    "Tally",
    "Tile",
    "Tiles",
    "Timeline",
    "Trouble",
    "Waiting",
    "WallCount",
    "WallHead",
    "WallRegion",
    "WarmupPanel",
]
