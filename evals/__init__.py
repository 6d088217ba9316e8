"""Question sets, metrics, runs and reports for evaluators."""
