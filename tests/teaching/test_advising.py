"""The recommendation at the close: every zone of the table, dominant misconceptions, twins, limits and the time."""

from __future__ import annotations

import timeit
from fractions import Fraction
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.advise import Prerequisite, Surroundings, advise, after_step_back, weakest
from boardsup.teaching.cards import MOST_WORDS, WORDS, Action, Card
from boardsup.teaching.counting import Count, ceil_pct
from boardsup.teaching.flag import Settings
from boardsup.teaching.limits import Clock, SoFar, done
from boardsup.teaching.misconceiving import Result, Wrong

FIRST_ONLY = "dist.first_term_only"
SAME_OP = "eq.same_operation"
KNOWN = Prerequisite("eq-1add", Fraction(7, 10))
WEAK = Prerequisite("eq-2step", Fraction(69, 100))
UNKNOWN = Prerequisite("dist", None)


def wrong(*counts: tuple[int, tuple[str, ...]]) -> tuple[Wrong, ...]:
    """So many wrong answers with these tags, by students w0, w1, …"""
    tags = [of for count, of in counts for _ in range(count)]
    return tuple(Wrong(f"w{i}", of) for i, of in enumerate(tags))


def card(result: Result, around: Surroundings | None = None) -> Card:
    found = advise(result, around or Surroundings((KNOWN, WEAK)))
    assert found is not None
    return found


SPREAD = wrong((2, (FIRST_ONLY,)), (2, (SAME_OP,)), (20, ()))
FIFTEEN_ALIKE = wrong((15, (FIRST_ONLY,)))

ZONES: list[tuple[Result, Action]] = [
    (Result(30, 24, wrong((6, ()))), "move_on"),
    (Result(30, 23, wrong((7, ()))), "nearly"),
    (Result(30, 21, wrong((9, (FIRST_ONLY,)))), "nearly"),
    (Result(30, 20, wrong((10, (FIRST_ONLY,)))), "contrast"),
    (Result(30, 20, wrong((10, ()))), "discuss"),
    (Result(30, 9, FIFTEEN_ALIKE), "contrast"),
    (Result(30, 9, SPREAD[:21]), "discuss"),
    (Result(30, 8, FIFTEEN_ALIKE), "reteach"),
    (Result(30, 8, wrong((11, ())), idk=11), "model"),
    (Result(30, 8, wrong((12, ())), idk=10), "step_back"),
    (Result(30, 8, SPREAD[:22]), "step_back"),
    (Result(16, 4, FIFTEEN_ALIKE[:4], idk=4), "reteach"),
]


@pytest.mark.parametrize(("result", "action"), ZONES)
def test_every_row_of_the_table(result: Result, action: Action) -> None:
    found = card(result)

    assert found.action == action
    assert found.words is WORDS[action]
    assert action not in found.alternatives
    assert action == "move_on" or found.alternatives[-1] == "move_on"


def test_four_choices_move_the_zones_up() -> None:
    assert card(Result(30, 25, wrong((5, ())), options=4)).action == "nearly"
    assert card(Result(30, 26, wrong((4, ())), options=4)).action == "move_on"


def test_the_board_of_the_story_is_discussed_with_contrast() -> None:
    answers = wrong((9, (FIRST_ONLY,)), (2, (SAME_OP,)), (1, ()))
    found = card(Result(30, 17, answers, idk=1))

    assert found.action == "contrast"
    assert found.reason == "17 of 30 right. 9 answers show the same idea. Which of the two lines is right, and why?"
    assert found.dominant is not None
    assert found.dominant.ids == (FIRST_ONLY,)
    assert found.dominant.students == tuple(f"w{i}" for i in range(9))
    assert found.alternatives == ("reteach", "discuss", "nearly", "model", "step_back", "park", "move_on")


@pytest.mark.parametrize(
    ("N", "tags", "idk", "ids"),
    [
        (12, [(3, ("a",)), (3, ())], 0, ("a",)),
        (12, [(2, ("a",))], 0, None),
        (30, [(8, ("a",)), (9, ())], 0, ("a",)),
        (30, [(7, ("a",)), (8, ())], 0, None),
        (30, [(7, ("a",)), (7, ())], 0, ("a",)),
        (30, [(7, ("a",)), (6, ())], 1, ("a",)),
        (30, [(7, ("a",)), (6, ())], 2, None),
        (24, [(12, ("b", "a"))], 0, ("a", "b")),
        (24, [(5, ("a", "b")), (7, ())], 0, None),
        (24, [(8, ("a", "b")), (2, ("b",))], 0, ("b",)),
        (24, [(6, ("b",)), (6, ("a",))], 0, ("a",)),
        (24, [(9, ())], 0, None),
    ],
)
def test_a_misconception_is_dominant(
    N: int, tags: list[tuple[int, tuple[str, ...]]], idk: int, ids: tuple[str, ...] | None
) -> None:
    found = card(Result(N, N - sum(n for n, _ in tags) - idk, wrong(*tags), idk=idk))

    assert (found.dominant.ids if found.dominant else None) == ids


def test_an_answer_of_two_procedures_weighs_half_for_each() -> None:
    found = card(Result(24, 12, wrong((8, ("a", "b")), (2, ("b",)))))

    assert found.dominant is not None
    assert found.dominant.weight == 6
    assert len(found.dominant.students) == 10


def test_those_of_a_shared_misconception_are_pulled_later_when_the_class_moves_on() -> None:
    found = card(Result(30, 25, wrong((4, (FIRST_ONLY,)), (1, ()))))

    assert found.action == "move_on"
    assert found.dominant is not None
    assert found.dominant.students == ("w0", "w1", "w2", "w3")
    assert found.table == ()


@pytest.mark.parametrize(
    ("answers", "N", "size"),
    [
        (wrong((4, (FIRST_ONLY,))), 30, 4),
        (wrong((6, (FIRST_ONLY, SAME_OP))), 30, 6),
        (wrong((7, (FIRST_ONLY,))), 36, 0),
        (wrong((1, (FIRST_ONLY,))), 30, 0),
        (wrong((2, (FIRST_ONLY,)), (2, (SAME_OP,))), 30, 0),
        ((), 30, 0),
    ],
)
def test_one_group_of_at_most_six_is_offered_a_table(answers: tuple[Wrong, ...], N: int, size: int) -> None:
    found = card(Result(N, N - len(answers), answers))

    assert found.action == "move_on"
    assert len(found.table) == size


def test_a_class_of_five_gets_counts_only() -> None:
    assert advise(Result(5, 5)) is None
    assert advise(Result(6, 6)) is not None


def test_a_question_that_few_answered_is_asked_again() -> None:
    found = card(Result(30, 9, wrong((5, ()))))

    assert found.action == "ask_again"
    assert found.reason == "Only 14 of 30 answered."
    assert card(Result(30, 9, wrong((7, ())))).action != "ask_again"


def test_the_deepest_prerequisite_that_is_weak_or_unknown_is_checked_first() -> None:
    assert weakest((KNOWN, WEAK, UNKNOWN)) == "eq-2step"
    assert weakest((UNKNOWN, WEAK)) == "dist"
    assert weakest((KNOWN,)) == ""
    assert card(Result(30, 8, SPREAD[:22]), Surroundings((UNKNOWN, WEAK))).skill == "dist"


def test_nothing_missing_before_means_a_whole_example() -> None:
    found = card(Result(30, 8, SPREAD[:22]), Surroundings((KNOWN,)))

    assert found.action == "model"
    assert found.skill == ""
    assert "step_back" not in found.alternatives


@pytest.mark.parametrize(("k", "skill"), [(20, "dist"), (21, "")])
def test_the_quick_question_decides_what_is_taught(k: int, skill: str) -> None:
    found = after_step_back("dist", Count(30, 30, k))

    assert (found.action, found.skill) == ("model", skill)
    assert len(found.reason.split()) <= MOST_WORDS


@pytest.mark.parametrize(
    ("result", "so_far", "action"),
    [
        (Result(30, 17, wrong((13, (FIRST_ONLY,)))), SoFar(discussions=1), "reteach"),
        (Result(30, 17, wrong((13, ()))), SoFar(discussions=1), "model"),
        (Result(30, 17, wrong((13, ()))), SoFar(discussions=1, reteaches=2), "park"),
        (Result(30, 8, FIFTEEN_ALIKE), SoFar(reteaches=1), "reteach"),
        (Result(30, 8, FIFTEEN_ALIKE), SoFar(reteaches=2), "park"),
        (Result(30, 17, wrong((13, ()))), SoFar(reteaches=2), "discuss"),
        (Result(30, 22, wrong((8, ()))), SoFar(discussions=1, reteaches=2), "nearly"),
        (Result(30, 24, wrong((6, ()))), SoFar(discussions=1, reteaches=2), "move_on"),
    ],
)
def test_one_discussion_and_two_reteach_cycles_are_enough(result: Result, so_far: SoFar, action: Action) -> None:
    assert card(result, Surroundings((KNOWN, WEAK), so_far)).action == action


def test_a_discussion_that_is_over_is_named_as_the_reason_for_a_model() -> None:
    found = card(Result(30, 17, wrong((13, ()))), Surroundings((WEAK,), SoFar(discussions=1)))

    assert found.reason == "17 of 30 right after talking it over: show a whole example."


def test_what_was_done_is_counted_by_skill() -> None:
    so_far = SoFar()
    actions: tuple[Action, ...] = ("contrast", "reteach", "model", "step_back", "nearly", "discuss", "move_on")
    for i, action in enumerate(actions):
        so_far = done(so_far, action, Count(30, 30, 10 + i))

    assert so_far == SoFar(first=Count(30, 30, 10), discussions=2, reteaches=3)


@pytest.mark.parametrize(
    ("first", "k", "line"),
    [
        (Count(30, 30, 17), 25, "17 of 30 at first, 25 of 30 now."),
        (Count(30, 30, 17), 12, "Fewer than before: 17 of 30 at first, 12 of 30 now."),
        (Count(15, 15, 10), 20, "10 of 15 at first, 20 of 30 now."),
        (None, 25, ""),
    ],
)
def test_a_twin_is_compared_plainly(first: Count | None, k: int, line: str) -> None:
    found = card(Result(30, k, wrong((30 - k, ()))), Surroundings((WEAK,), SoFar(first=first)))

    assert found.compared == line


@pytest.mark.parametrize(
    ("result", "clock", "action"),
    [
        (Result(30, 17, wrong((13, (FIRST_ONLY,)))), Clock(left=9), "contrast"),
        (Result(30, 17, wrong((13, (FIRST_ONLY,)))), Clock(left=8), "exit_now"),
        (Result(30, 17, wrong((13, (FIRST_ONLY,)))), Clock(left=9, exit=4), "exit_now"),
        (Result(30, 24, wrong((6, ()))), Clock(left=3), "move_on"),
        (Result(30, 24, wrong((6, ()))), Clock(left=2), "exit_now"),
    ],
)
def test_the_exit_question_comes_now_when_time_is_short(result: Result, clock: Clock, action: Action) -> None:
    assert card(result, Surroundings((WEAK,), clock=clock)).action == action


def test_enough_for_today_is_said_whatever_the_time() -> None:
    around = Surroundings((WEAK,), SoFar(reteaches=2), Clock(left=1))

    assert card(Result(30, 3, wrong((27, ()))), around).action == "park"


results = st.integers(6, 40).flatmap(
    lambda N: (st.integers(0, N) | st.sampled_from([ceil_pct(80, N) - 1, ceil_pct(80, N)])).flatmap(
        lambda k: st.builds(
            Result,
            st.just(N),
            st.just(k),
            st.lists(st.sampled_from([(), ("a",), ("b",), ("a", "b")]), max_size=N - k).map(
                lambda tags: tuple(Wrong(f"w{i}", of) for i, of in enumerate(tags))
            ),
        )
    )
)
arounds = st.builds(
    Surroundings,
    st.sampled_from([(), (KNOWN,), (WEAK, UNKNOWN)]),
    st.builds(SoFar, st.none(), st.integers(0, 2), st.integers(0, 3)),
    st.none() | st.builds(Clock, st.integers(0, 50)),
)


@given(results, arounds)
def test_every_reason_is_at_most_25_words_and_every_card_lets_the_teacher_move_on(
    result: Result, around: Surroundings
) -> None:
    """Seen to fail with a reason of 26 words for "park"."""
    found = advise(result, around)

    assert found is not None
    assert 0 < len(found.reason.split()) <= MOST_WORDS
    assert found.action == "move_on" or "move_on" in found.alternatives
    assert found.action not in found.alternatives
    assert len(set(found.alternatives)) == len(found.alternatives)


@given(results)
def test_a_class_that_is_over_the_line_is_never_stopped(result: Result) -> None:
    """Seen to fail with `>` in place of `>=` in `zone`."""
    found = advise(result)

    assert found is not None
    assert (found.action == "move_on") == (100 * result.k >= 80 * result.N)


def test_settings_of_a_class_move_the_line() -> None:
    found = advise(Result(30, 20, wrong((10, ()))), settings=Settings(high=60))

    assert found is not None
    assert found.action == "move_on"


@pytest.mark.parametrize(("N", "limit"), [(32, 5e-3), (500, 50e-3)])
def test_a_recommendation_is_quick(N: int, limit: float) -> None:
    result = Result(N, N // 3, wrong((N - N // 3, ("a", "b"))))

    assert min(timeit.repeat(lambda: card(result), timer=process_time, number=1, repeat=5)) < limit
