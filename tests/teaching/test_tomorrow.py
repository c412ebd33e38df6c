"""The list of the next day, from the exit question and how sure each student was."""

from __future__ import annotations

from boardsup.teaching.tomorrow import ExitAnswer, Tomorrow, tomorrow


def test_the_list_of_the_story() -> None:
    right = [ExitAnswer(f"s{i:02d}", "right", "sure") for i in range(1, 25)]
    wrong = [ExitAnswer(f"s{i}", "wrong", "sure") for i in (27, 26, 25)] + [
        ExitAnswer("s28", "wrong", "unsure"),
        ExitAnswer("s29", "wrong"),
        ExitAnswer("s32", "idk", "sure"),
    ]

    assert tomorrow([*right, *wrong], {"s31", "s30"}) == Tomorrow(
        talk_first=("s25", "s26", "s27"), table=("s28", "s29", "s32"), public_moment=(), catch_up=("s30", "s31")
    )


def test_right_and_not_sure_makes_a_public_moment() -> None:
    found = tomorrow([ExitAnswer("a", "right", "unsure"), ExitAnswer("b", "right", "so_so")], ())

    assert found == Tomorrow((), (), ("a",), ())
