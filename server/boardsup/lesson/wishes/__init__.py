"""What each wish would lead to: events, or a refusal. These functions change nothing."""
