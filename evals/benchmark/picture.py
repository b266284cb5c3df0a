"""The growth, drawn: one SVG file that needs nothing else."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 420, 260, 56, 44, 40
"""Pixels of one panel; the last three are the room for its texts."""
STYLE = """
  svg { color-scheme: light dark; font: 12px sans-serif; background: light-dark(#fcfdfd, #15181a); }
  text { fill: light-dark(#101316, #e6eae8); } .title { font-weight: 600; font-size: 13px; }
  .axis { stroke: light-dark(#a9b3af, #5b6663); fill: none; }
  .first { stroke: light-dark(#1f6a55, #7cc4ac); fill: none; stroke-width: 2; }
  .second { stroke: light-dark(#b3492a, #e89a7f); fill: none; stroke-width: 2; stroke-dasharray: 5 3; }
  circle.first { fill: light-dark(#1f6a55, #7cc4ac); stroke: none; }
  circle.second { fill: light-dark(#b3492a, #e89a7f); stroke: none; }
"""
CLASSES = ("first", "second")


class Line(NamedTuple):
    name: str
    points: Sequence[tuple[float, float]]


class Panel(NamedTuple):
    title: str
    across: str
    """What the horizontal axis counts."""
    lines: Sequence[Line]
    """Two at most."""


def draw(panels: Sequence[Panel]) -> str:
    """The panels side by side, two in a row; every vertical axis begins at zero."""
    rows = -(-len(panels) // 2)
    drawn = [_panel(panel, n % 2 * WIDTH, n // 2 * HEIGHT) for n, panel in enumerate(panels)]
    size = f'viewBox="0 0 {2 * WIDTH} {rows * HEIGHT}" width="{2 * WIDTH}" height="{rows * HEIGHT}"'
    named = escape("; ".join(panel.title for panel in panels))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{named}">'
    return "\n".join((svg, f"<style>{STYLE}</style>", *drawn, "</svg>", ""))


def _panel(panel: Panel, x: int, y: int) -> str:
    widest = max(at for line in panel.lines for at, _ in line.points)
    highest = max(value for line in panel.lines for _, value in line.points) * 1.1 or 1.0
    right, floor = WIDTH - 16, HEIGHT - BOTTOM

    def place(at: float, value: float) -> tuple[float, float]:
        return round(LEFT + at / widest * (right - LEFT), 1), round(floor - value / highest * (floor - TOP), 1)

    parts = [
        f'<text class="title" x="{LEFT}" y="20">{escape(panel.title)}</text>',
        f'<path class="axis" d="M{LEFT} {TOP}V{floor}H{right}"/>',
        f'<text x="{right}" y="{floor + 34}" text-anchor="end">{escape(panel.across)}</text>',
    ]
    parts += [_number(LEFT - 6, place(0, highest * n / 4)[1] + 4, highest * n / 4, "end") for n in range(5)]
    parts += [_number(place(widest * n / 4, 0)[0], floor + 16, widest * n / 4, "middle") for n in range(5)]
    for n, (kind, line) in enumerate(zip(CLASSES, panel.lines, strict=False)):
        points = [place(at, value) for at, value in line.points]
        parts.append(f'<polyline class="{kind}" points="{" ".join(f"{px},{py}" for px, py in points)}"/>')
        parts += [f'<circle class="{kind}" cx="{px}" cy="{py}" r="3"/>' for px, py in points]
        parts.append(f'<circle class="{kind}" cx="{LEFT + 12}" cy="{TOP + 6 + 16 * n}" r="4"/>')
        parts.append(f'<text x="{LEFT + 22}" y="{TOP + 10 + 16 * n}">{escape(line.name)}</text>')
    return f'<g transform="translate({x} {y})">{"".join(parts)}</g>'


def _number(x: float, y: float, value: float, anchor: str) -> str:
    text = f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>'
