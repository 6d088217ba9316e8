"""Days: one after a period, one in another year, one as officials write it."""

import calendar
from datetime import date, timedelta

from assistant.values import Value


def on(year: int, month: int, day: int) -> date:
    """A day, the month's last where the month is shorter: 29 February is the 28th in most years."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def after(start: date, period: Value) -> date:
    """The day that comes a period, of days or months, after another."""
    size = int(period.size or 0)
    if period.unit == "天":
        return start + timedelta(days=size)
    months = start.month - 1 + size
    return on(start.year + months // 12, months % 12 + 1, start.day)


def written(day: date) -> str:
    """2031年4月5日."""
    return f"{day.year}年{day.month}月{day.day}日"
