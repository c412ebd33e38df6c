"""Through a tree: its parts, its letters, the same tree with parts exchanged."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from itertools import product
from math import prod
from typing import cast, get_args

from boardsup.maths.tree import Neg, Node, PlusMinus, Variable

_NODES: tuple[type, ...] = get_args(Node)
MOST_VALUES = 8
"""The most values that ± signs may give one answer."""


def children(node: Node) -> tuple[Node, ...]:
    """The direct parts of a node, in order."""
    found: list[Node] = []
    for name in _parts(_kind(node)):
        part = getattr(node, name)
        if isinstance(part, tuple):
            found += part
        else:
            found.append(part)
    return tuple(found)


def rebuilt(node: Node, parts: tuple[Node, ...]) -> Node:
    """The same node with other direct parts, as many as it has."""
    changes: dict[str, object] = {}
    at = 0
    for name in _parts(_kind(node)):
        old = getattr(node, name)
        if isinstance(old, tuple):
            changes[name] = parts[at : at + len(old)]
            at += len(old)
        else:
            changes[name] = parts[at]
            at += 1
    made: Node = replace(node, **changes)  # type: ignore[arg-type]  # parts go back by name
    return made if changes else node


def changed(node: Node, change: Callable[[Node], Node]) -> Node:
    """The tree with `change` applied to every node, the innermost first."""
    parts = children(node)
    return change(rebuilt(node, tuple(changed(p, change) for p in parts)) if parts else node)


def letters_in(node: Node) -> frozenset[str]:
    """The letters that occur; π is a number."""
    found: set[str] = set()
    left = [node]
    while left:
        part = left.pop()
        if isinstance(part, Variable):
            found.add(part.letter)
        else:
            left.extend(children(part))
    found.discard("π")
    return frozenset(found)


def nodes_in(node: Node) -> Iterator[Node]:
    """The node and everything in it."""
    left = [node]
    while left:
        part = left.pop()
        yield part
        left.extend(children(part))


def renamed(node: Node, names: Mapping[str, str]) -> Node:
    """The tree with letters exchanged."""
    return changed(node, lambda n: Variable(names.get(n.letter, n.letter)) if isinstance(n, Variable) else n)


def each_sign(node: Node) -> list[Node]:
    """The trees without ±, one for each choice of signs, + first; more than `MOST_VALUES` are not made: []."""
    if isinstance(node, PlusMinus):
        inner = each_sign(node.of)
        return [*inner, *(Neg(n) for n in inner)] if 2 * len(inner) <= MOST_VALUES else []
    choices = [each_sign(part) for part in children(node)]
    many = prod(len(c) for c in choices)
    if many == 1 or not choices:
        return [node]
    return [rebuilt(node, parts) for parts in product(*choices)] if many <= MOST_VALUES else []


def _kind(node: Node) -> Hashable:
    return cast(Hashable, type(node))


@cache
def _parts(kind: Hashable) -> tuple[str, ...]:
    """The names of a node's fields that hold nodes or tuples of nodes."""
    return tuple(f.name for f in fields(cast(type, kind)) if _holds_nodes(str(f.type)))


def _holds_nodes(annotation: str) -> bool:
    return annotation in {"Node", "tuple[Node, ...]"}
