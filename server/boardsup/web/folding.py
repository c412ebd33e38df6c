"""A Jinja environment that works out what never changes when a template is compiled, not each time it is shown.

Calls like `_("Saved")` or `icon("check")`, pure functions of constant words, cost more than all the rest of a receipt;
here they become part of the template's text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import escape


class FoldingEnvironment(Environment):
    """`fold` holds, by its name in a template, what is worked out once where it is called with constants alone.

    Globals are set before the first template is read.
    """

    def __init__(self, *, fold: Mapping[str, Callable[..., str]], **options: Any) -> None:
        super().__init__(**options)
        self._fold = fold

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain mapping: each time a template is shown it is copied, and Jinja's layers are slow to copy."""
        return {**self.globals, **(d or {})}

    def _generate(self, source: nodes.Template, *arguments: Any, **named: Any) -> str:
        """Jinja's hook between reading and compiling a template."""
        return super()._generate(_Folding(self._fold).visit(source), *arguments, **named)


class _Folding(NodeTransformer):
    """Puts the outcome in the place of each call that can be worked out."""

    def __init__(self, fold: Mapping[str, Callable[..., str]]) -> None:
        self._fold = fold

    def visit_Call(self, call: nodes.Call) -> nodes.Node:
        """The outcome as the template's own text; the call itself where a value is only known later."""
        self.generic_visit(call)
        known = self._fold.get(call.node.name) if isinstance(call.node, nodes.Name) else None
        constants = [argument.value for argument in call.args if isinstance(argument, nodes.Const)]
        if known is None or len(constants) < len(call.args) or call.kwargs or call.dyn_args or call.dyn_kwargs:
            return call
        return nodes.TemplateData(str(escape(known(*constants))), lineno=call.lineno)
