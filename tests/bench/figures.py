"""Figures, their limits, and the table that shows them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Something that was measured, and what it may be at most."""

    what: str
    value: float
    limit: float
    unit: str = "x"

    @property
    def holds(self) -> bool:
        """Whether it is within its limit."""
        return self.value <= self.limit

    def line(self) -> str:
        """Return it as a line of the table."""
        share = self.value / self.limit
        verdict = "ok" if self.holds else "TOO MUCH"
        return f"{self.what:<58} {self.value:>9.2f} {self.unit:<4} of {self.limit:>7.2f}  {share:>6.0%}  {verdict}"


def show(figures: list[Figure]) -> bool:
    """Print the table, and tell whether every figure is within its limit."""
    print("\n" + "\n".join(figure.line() for figure in figures))
    failed = [figure for figure in figures if not figure.holds]
    print(f"\n{len(figures) - len(failed)} passed, {len(failed)} failed")
    return not failed
