"""A question that a teacher types while the class waits: read, solved exactly, its wrong answers predicted."""

from boardsup.maths.posing.posed import NotPosed, Posed
from boardsup.maths.posing.typed import pose_question

__all__ = ["NotPosed", "Posed", "pose_question"]
