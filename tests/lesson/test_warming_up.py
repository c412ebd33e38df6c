"""A lesson for a target opens with a warm-up of the target's strand."""

from __future__ import annotations

from dataclasses import replace

from boardsup.lesson.segments import Notice, Warmup
from boardsup.lesson.warming_up import segment_of, warm_up
from boardsup.store.warmups import load_pictures, load_warmups
from checkout import ROOT

PROBLEMS = ROOT / "problems"
LIBRARY = load_warmups(PROBLEMS)


def test_it_is_of_the_strand_and_the_seed_decides_which():
    numbers = {segment_of(one) for one in LIBRARY.values() if one.strand == "numbers"}
    drawn = {warm_up(LIBRARY, "numbers", f"seed {i}") for i in range(40)}
    assert drawn == numbers
    assert warm_up(LIBRARY, "numbers", "s") == warm_up(LIBRARY, "numbers", "s")


def test_a_strand_without_any_takes_one_of_all_and_no_library_none():
    assert warm_up(LIBRARY, "a strand without any", "s") is not None
    assert warm_up({}, "numbers", "s") is None


def test_every_picture_that_a_segment_names_is_there():
    pictures = load_pictures(PROBLEMS)
    for one in LIBRARY.values():
        segment = segment_of(one)
        names = [segment.picture] if isinstance(segment, Notice) else [o.picture for o in segment.options]
        assert all(name in pictures for name in names if name), one.id
        if isinstance(segment, Warmup):
            assert all(option.ask or option.picture for option in segment.options)


def test_a_segment_keeps_what_stands_in_the_file():
    which = next(one for one in LIBRARY.values() if isinstance(segment_of(one), Warmup))
    assert segment_of(replace(which, ask="Which?")).ask == "Which?"
