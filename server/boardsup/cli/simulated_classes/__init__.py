"""A model of classes, to judge the thresholds of the flags by."""
