"""The colours of workbooks that people fill in; they stand in the palette with all others."""

from __future__ import annotations

from pathlib import Path

import yaml

_PALETTE = Path(__file__).with_name("presentation") / "palette.yml"
COLOURS: dict[str, str] = yaml.safe_load(_PALETTE.read_text(encoding="utf-8"))["sheets"]
