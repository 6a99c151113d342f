"""Head and codebook of a wave as yaml that people read: the same text for the same content."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import BaseModel

HEADER = "# Wat de velden betekenen en wat erin mag staan, zegt data/README.md.\n"
_TAG = "tag:yaml.org,2002:"


def plain(model: BaseModel) -> dict[str, Any]:
    """The content of a model as a yaml file holds it, without what is as by default."""
    found: dict[str, Any] = _listed(model.model_dump(exclude_defaults=True))
    return found


def yaml_text(model: BaseModel) -> str:
    """The content of a model as the text of a file.

    Parameters
    ----------
    model : BaseModel
        Of a head or a codebook. Options that are those of a scale refer to it.

    Returns
    -------
    str
    """
    content = plain(model)
    scales = list(content.get("scales", {}).values())
    for question in content.get("questions", ()):
        if (options := question.get("options")) in scales:
            question["options"] = scales[scales.index(options)]
    if scales:  # what is referred to must come first
        content = {"scales": content.pop("scales"), **content}
    return HEADER + yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False,
                              default_flow_style=None, width=100)


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _listed(entry) for key, entry in value.items()}
    if isinstance(value, tuple | list):
        return [_listed(entry) for entry in value]
    return value


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]
    """Anchors have the names of their scales."""

    def serialize(self, node: yaml.Node) -> None:
        """Find the scales of a file before it is written."""
        self.scales = {id(options): name.value for key, part in node.value
                       if key.value == "scales" for name, options in part.value}
        super().serialize(node)

    def generate_anchor(self, node: yaml.Node) -> str:
        """The name of a scale."""
        return str(self.scales[id(node)])

    def ignore_aliases(self, data: Any) -> bool:
        """Only lists are referred to."""
        return not isinstance(data, list) or super().ignore_aliases(data)

    def represent_float(self, data: float) -> yaml.Node:
        """A number without an exponent, which the reader of yaml files refuses."""
        whole = data.is_integer()
        return self.represent_scalar(f"{_TAG}{'int' if whole else 'float'}",
                                     str(int(data)) if whole else f"{data:.15f}".rstrip("0"))


_Dumper.add_representer(float, _Dumper.represent_float)
