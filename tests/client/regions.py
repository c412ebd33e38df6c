"""One of each region, in the states that look different: what the contract tests render."""

from __future__ import annotations

from boardsup.items.cards import WorkedLine
from boardsup.lesson import regions as r
from boardsup.lesson.regions import Region

STEPS = (r.Step("q1", "1", "now"), r.Step("q2", "2", "done"), r.Step("q3", "3", "todo"))
OPTIONS = (r.Pick("A", "$x + 7 = 15$"), r.Pick("B", "$4x = 32$"))
MEMBERS = (r.Member("s1", "Ana", "x<5"), r.Member("s2", "Bo", "4 <script>", shown=True))
GROUPS = tuple(
    r.AnswerGroup(kind, "28/5", MEMBERS, ("Multiplied only the first term.",), willing=2)
    for kind in ("right", "not_yet", "idk", "check", "open", "choice")
)
TALLY = r.Tally("q1", "Q1", True, 30, 17, 9, 2, 1, 3, 1, 1, 0, "stop", "discuss", "7 not yet.")

SHOWN = (
    r.ShownBoard("x = 28/5", "n|b3 100 60 30 30|a1 9 9 5 5", is_math=True),
    r.ShownBoard("5x - 7 = 21, x = 5.6 <b>", "p|a2 200 120 4 -3|c4 10 10"),
    r.ShownBoard("I shared the 5 first, so both sides became smaller, and then I added the seven to both of them"),
)

TIMELINE = r.Timeline(
    "q1", 30, 24, 48, (r.Arrival(12, 1, 0), r.Arrival(30, 12, 9), r.Arrival(48, 29, 24)),
    (r.FlagMoment(33, "leaning_move_on", 20, 19), r.FlagMoment(48, "move_on", 28, 24)),
)  # fmt: skip

SAMPLES: tuple[Region, ...] = (
    r.Timeline(),
    TIMELINE,
    r.Me("CODE7", "Multi-step equations", "Ana"),
    r.Tiles("CODE7", (r.Tile("s1", "Ana", "free"), r.Tile("s2", "Bo", "taken"), r.Tile("s3", "美咲", "asked"))),
    r.DoorClosed("CODE7"),
    r.Waiting("CODE7"),
    r.Paused("CODE7"),
    r.Over("CODE7"),
    r.Over("CODE7", 2, 2),
    r.GetReady("CODE7"),
    r.OwnGroup("CODE7", "Pairs 3", ("Bo",)),
    r.OwnGroup("CODE7"),
    r.Talk("CODE7", "Which line is right, and why?", ("$5x - 2 = 12$", "$5x - 10 = 12$")),
    r.QuestionPanel("CODE7", "e1", "Solve $x = 1$", "number", ungraded=True, closing=False, asks_sure=True, extra=True),
    r.QuestionPanel("CODE7", "n1", "What do you notice?", "words", ungraded=False, closing=False, optional=True),
    r.Me("CODE7", "Title", "Ana", (r.Tile("s2", "Bo", "free"),)),
    r.QuestionPanel("CODE7", "q1", "Solve $x + 5 = 14$.", "equation", ungraded=True, closing=False, steps=STEPS),
    r.QuestionPanel("CODE7", "q1", "Work out $1/2 + 1/3$.", "number", ungraded=False, closing=True),
    r.QuestionPanel(
        "CODE7",
        "c1",
        "How many solutions has $2(x + 9) = 2x + 18$?",
        "words",
        ungraded=False,
        closing=False,
        choices=("none", "one", "all numbers"),
        draws=True,
    ),
    r.QuestionPanel(
        "CODE7",
        "s1",
        "Solve $5(x - 7) = 21$.",
        "equation",
        ungraded=False,
        closing=False,
        steps=STEPS,
        draws=True,
        group="Table Blue A",
        is_moving=True,
        coach=("What did you do first?", "How do you know?"),
        sketch="g|a1 9 9 5 5",
    ),
    r.WarmupPanel("CODE7", "w.1", "Which one doesn't belong?", OPTIONS, closing=True, chosen="A"),
    r.ReviewPanel(
        "CODE7", (r.Result("Solve $x = 1$", "2", "", "not_yet", "x = 1"), r.Result("Why?", "", "my words")), True
    ),
    r.Listening("CODE7", "Why is it $7.5$?"),
    *(
        r.Saved((r.Receipt("q1", 2),), "q1", 2, state, "28/5", "words", "message", tries=("5.6", "<b>"))
        for state in ("", "saved", "idk", "unread", "shared", "hidden")
    ),
    r.HeadsUp("CODE7"),
    r.HeadsUp("CODE7", 3, named=True, again=True, ask="Solve $x = 1$", line="x = 7.5"),
    r.HeadsUp("CODE7", 3, reply="friend", helpers=2, can_pass=False),
    r.HeadsUp("CODE7", 3, builds_on=True),
    r.HeadsUp("CODE7", 3, reply="pass"),
    r.HeadsUp("CODE7", offer="ask", segment="call"),
    r.HeadsUp("CODE7", offer="given", segment="call"),
    r.HeadsUp("CODE7", owes=True),
    r.Notice("The class has moved on.", "q1:2"),
    r.Echo("q1", "28/5"),
    r.Echo("q1", message="Something is missing."),
    r.SpotPreview(),
    r.Boards(),
    r.Rounds("CODE7", has_materials=True),
    r.Rounds("CODE7", 1, 2, 1_760_000_000_000, False, (r.AtWork("Pairs 1", ("Ana", "Bo"), 1, 4, True),), True),
    r.Rounds("CODE7", 1, 2, 1_760_000_000_000, True),
    r.GroupsScene((r.NamedGroup("Pairs 1", ("Ana", "Bo")),), 1, 2, 1_760_000_000_000),
    r.Boards(
        "CODE7",
        "Solve $x = 1$",
        (
            r.Board("s1", "Ana", "q1", sketch="g|a1 10 10 5 5"),
            r.Board("s2", "Bo", "q1", "check", "<b>", sketch="n|b3 10 10"),
            r.Board("s3", "Cy", "q1", "not_yet", "x=2", "x = 2", says=("Added 5.",), shown=1),
        ),
        can_show=True,
        is_open=True,
    ),
    r.QuestionPanel("CODE7", "q1", "Solve $x = 1$", "equation", False, False, draws=True, sketch="p|a2 200 120 4 -3"),
    r.SpotPreview("Solve $3x + 5 = 20$", "x = 5", (r.Expected("25/3", "Added 5 to both sides."),)),
    r.SpotPreview("Solve $3x + 5 = 20$", "x = 5", (), "The answer cannot be read as math."),
    r.Trouble(saving=False),
    r.WallHead("CODE7", joining=True, here=3, blank=False),
    r.JoinScene("CODE7"),
    r.JoinScene("CODE7", 26, 4),
    r.JoinScene("CODE7", 30),
    r.BlankScene(),
    r.QuestionScene("Solve $x = 1$", OPTIONS),
    r.QuestionScene("", ungraded=True, count=3),
    r.QuestionScene("", closed=True),
    r.RevealScene(
        (
            r.Answered(
                "Solve",
                (r.Group("28/5", 9, "value"), r.Group("", 2, "other")),
                (r.ShownBoard("hello <b>", "p|a2 200 120 4 -3|c4 10 10"),),
            ),
        )
    ),
    r.RevealScene(
        (
            r.Answered(
                "Which one doesn't belong?",
                (
                    r.Group("A", 12, "choice", False, "$x + 7 = 15$", (r.ShownBoard("it only adds <b>"),) * 2),
                    r.Group("C", 9, "choice", False, "$3x - 9 = -21$"),
                    r.Group("", 3, "other", reasons=(r.ShownBoard("it is solved already"),)),
                ),
            ),
        )
    ),
    *(r.BoardsScene("Solve $5(x - 7) = 21$.", tuple(SHOWN[i % 3] for i in range(count))) for count in (1, 2, 3, 4, 6)),
    r.CallScene("Why?", thinking=True),
    r.CallScene("Why?", thinking=False, name="Ana", prompt="first_step"),
    r.CallScene("Why?", thinking=False, pausing=True),
    r.ModelScene("Two ways", (), thinking=True),
    r.ModelScene("Two ways", (), name="Ana", prompt="first_step"),
    *(
        r.GroupsScene(
            tuple(r.NamedGroup(f"Pairs {i}", ("Xóchitl", "Rosalind", "Øyvind")) for i in range(count)), 1, 2, 9
        )
        for count in (5, 9, 12)
    ),
    r.TalkScene("Which line is right, and why?", ("$5x - 30 = 11 - 8x$", "$5x - 6 = 11 - 8x$")),
    r.TalkScene("Which line is right?", ("$12(5x - 30) - 4(x - 7) = 11 - 8x + 13(2x - 9)$", "$5x - 6 = 11 - 8x$")),
    r.EndScene(),
    r.EndScene("Multi-step equations", (r.Learned("Solve $5(x - 7) = 21$.", "56/5"), r.Learned("Is it even?", "yes"))),
    r.TalkScene("Which line?", ("$5x - 2 = 12$", "$5x - 10 = 12$")),
    r.ReadyScene(),
    r.GroupsScene((r.NamedGroup("Pairs 1", ("Ana", "Bo")), r.NamedGroup("Studio", ("Cy",)))),
    r.ModelScene("Two ways", (WorkedLine("$3(x - 4) = 18$"), WorkedLine("$x - 4 = 6$", "share first"))),
    r.PlanCard("CODE7"),
    r.PlanCard(
        "CODE7",
        "Stations",
        "4 of 29 below Q1.",
        places=(
            r.Place("table:0", "Table Blue", "Solve $x + 5 = 14$.", (r.Placed("s1", "Ana"),)),
            r.Place("studio", "Studio", "", (r.Placed("s2", "Bo"),)),
        ),
        confirm=("Ana",),
        unknown=("Cy",),
        can_show=True,
    ),
    r.Advice("CODE7"),
    r.Advice(
        "CODE7",
        "q1",
        "contrast",
        "Discuss, with contrast",
        "Show A and B",
        "Two lines.",
        "17 of 30 right.",
        "",
        ("First term only.",),
        ("Ana",),
        (r.Other("move_on", "Move on"),),
    ),
    r.Stage(
        "CODE7", "model", "Model", ("Two ways",), "answering", ("next_line", "next"), "b", "Board", 1, "board", "Open"
    ),
    r.Stage("CODE7", "quiz", "Quiz", ("Solve",), "closed", ("undo_close", "give_back", "next"), "b", "Board"),
    r.WallCount(22, 30, asking=True),
    r.ConsoleHead("CODE7", "Multi-step equations", 26, 32, joining=True, eyes_up=False, blank=False, ended=False),
    r.ConsoleHead("CODE7", "Multi-step equations", 26, 32, joining=False, eyes_up=True, blank=True, ended=False),
    r.Requests("CODE7", (r.SeatRequest("s1", "d1", "Ana"),)),
    *(
        r.Stage(
            "CODE7",
            "board",
            "Board",
            ("Solve $x = 1$",),
            phase,
            ("close", "reveal", "undo_close", "next", "call_next"),
            "exit",
            "Exit",
        )
        for phase in ("answering", "closing", "closed", "revealed")
    ),
    r.Tallies((TALLY,)),
    r.Answers("CODE7", (r.Sheet("q1", "Solve", "Q1", GROUPS),), can_show=True),
    r.Grid(
        tuple(
            r.Square(f"s{i}", "Ana", s, 0, ("paper", "shared", "excused", "extra", "never", "warm", "rest"))
            for i, s in enumerate(("absent", "here", "working", "in", "check", "away", "late"))
        ),
        of=3,
    ),
    r.Agenda(
        "CODE7",
        (
            r.Entry("warm", "Warm-up", "Which one?", "done"),
            r.Entry("board", "Board", "", "now"),
            r.Entry("exit", "Exit", "", "ahead"),
        ),
        ended=False,
    ),
    r.Calling("CODE7"),
    r.Calling("CODE7", "call", calls_today=3, next_name="Bo", next_reply="ready", evidence="Check everyone."),
    r.Calling("CODE7", notes=(r.Note("Ana", "I <b>divided</b>"),), heads_ups=False),
    r.Calling(
        "CODE7",
        "call",
        3,
        "Ana",
        named=True,
        kind="return",
        reply="friend",
        helpers=("Bo",),
        answers=(r.PickedAnswer("Solve", "28/5", "28/5", "not yet"),),
    ),
)
