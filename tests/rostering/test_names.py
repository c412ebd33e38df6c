"""First names as teachers paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.rostering.names import LONGEST_NAME, MOST_NAMES, Refusal, alike, names_in, one_name


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("Ana\nBo\n", ["Ana", "Bo"]),
        ("Ana, Bo; Chloë\tDu", ["Ana", "Bo", "Chloë", "Du"]),
        ("  Ana   María ", ["Ana María"]),
        ("Юля\nأمل\n美玲", ["Юля", "أمل", "美玲"]),
        ("Jose\u0301", ["José"]),
        ("\u202eevil\u202c", ["evil"]),
    ],
)
def test_names_are_split_and_cleaned(pasted: str, names: list[str]) -> None:
    assert names_in(pasted) == names


def test_a_duplicate_gets_a_number_and_a_typed_number_stays() -> None:
    assert names_in("Ana\nana\nAna 2\nANA") == ["Ana", "ana 3", "Ana 2", "ANA 4"]


@pytest.mark.parametrize("pasted", ["", " \n,;\n", "\u200b\u2060"])
def test_an_empty_list_is_refused_with_a_sentence(pasted: str) -> None:
    with pytest.raises(Refusal, match="Put one first name on each line"):
        names_in(pasted)


def test_too_many_and_too_long_are_refused() -> None:
    with pytest.raises(Refusal, match=f"at most {MOST_NAMES}"):
        names_in("\n".join(f"N{i}" for i in range(MOST_NAMES + 1)))
    with pytest.raises(Refusal, match=f"at most {LONGEST_NAME}"):
        one_name("x" * (LONGEST_NAME + 1))


few = st.lists(st.sampled_from(["Ana", "ana", "Ana 2", "Jose\u0301", "José", "Bo"])).map("\n".join)


@given(st.one_of(st.text(), few))
def test_any_text_gives_names_that_can_be_told_apart_or_is_refused(pasted: str) -> None:
    """Seen to fail with `numbered` left out."""
    try:
        names = names_in(pasted)
    except Refusal:
        return
    assert len({alike(name) for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= LONGEST_NAME
        assert name.replace("\u200c", "").replace("\u200d", "").isprintable()
