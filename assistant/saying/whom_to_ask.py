"""Whom to turn to, asked twice in one message (出了事找谁，电话是几号): the contact that answers the one answers the other."""

from assistant.draft import Draft
from assistant.understanding.question import understand


def without_asked_twice(told: dict[str, Draft]) -> dict[str, Draft]:
    """What is said to each part of a message, without the refusals of whom to turn to where another part tells the contact."""
    contact = {part for part in told if "contact" in understand(part).sought}
    answered = {part for part in contact if not told[part].refused}
    return {part: draft for part, draft in told.items() if not (answered and part in contact and draft.refused)}
