"""Wrong answers predicted from documented mistaken procedures, with their names."""

from boardsup.maths.missteps.predicting import Predicted, predict

__all__ = ["Predicted", "predict"]
