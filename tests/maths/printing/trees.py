"""Trees at random, as reading would build them: what printers are tried on."""

from __future__ import annotations

from hypothesis import strategies as st

from boardsup.maths import tree as t

numbers = st.one_of(
    st.integers(0, 999).map(lambda n: t.Number(str(n))),
    st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda n: t.Number(f"{n[0]}.{n[1]:02d}")),
)
letters = st.sampled_from("xyabn").map(t.Variable)
mixed = st.builds(t.Mixed, st.integers(1, 20), st.integers(1, 9), st.integers(2, 12))


def _sum(parts: list[t.Node]) -> t.Node:
    first, *rest = parts
    opened = first.of if isinstance(first, t.Sum) else first
    return t.Sum((opened, *rest))


def _product(parts: list[t.Node], signs: list[str]) -> t.Node:
    return t.Product(tuple(parts), tuple(signs[: len(parts) - 1]))


signs = st.lists(st.sampled_from(["*", ""]), min_size=2, max_size=2)


def _larger(inner: st.SearchStrategy[t.Node]) -> st.SearchStrategy[t.Node]:
    atoms = inner.filter(lambda n: not isinstance(n, t.Sum))
    return st.one_of(
        st.lists(atoms, min_size=2, max_size=3).map(_sum),
        st.builds(_product, st.lists(inner, min_size=2, max_size=3), signs),
        st.builds(t.Quotient, inner, inner, st.just("/")),
        st.builds(t.Power, inner, st.integers(2, 5).map(lambda n: t.Number(str(n)))),
        st.builds(t.Root, inner),
        st.builds(t.Absolute, inner),
        inner.map(t.Neg),
    )


expressions = st.recursive(st.one_of(numbers, letters, mixed), _larger, max_leaves=6)
statements = st.one_of(
    expressions,
    st.builds(t.Relation, expressions, st.sampled_from(["=", "<", "≤", ">", "≥", "≠"]), expressions),
)
