"""Reads and writes YAML the way editors see it: scalars by YAML 1.2's core rules, so that a day is a text."""

import json
import re

import yaml


class Loader(yaml.SafeLoader):
    """Whole and decimal numbers are numbers; everything else is text."""


Loader.yaml_implicit_resolvers = {}
for first in "-0123456789":
    Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(0|[1-9][0-9]*)$"), [first])
    Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?(0|[1-9][0-9]*)\.[0-9]+$"), [first])


def read(text):
    return yaml.load(text, Loader)


def written(value):
    """A value in YAML's flow style: texts in quotes, numbers plain, keys in quotes where another reader might doubt them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(name)}: {written(entry)}" for name, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(item) for item in value) + "]"
    if isinstance(value, bool) or value is None:
        raise ValueError("no schema of the registry has truth values")
    if isinstance(value, float):
        return repr(value)
    return json.dumps(value, ensure_ascii=False)


def key(name):
    return name if re.fullmatch(r"[a-z][a-z-]*", name) and name not in {"on", "off", "yes", "no", "y", "n"} else json.dumps(name)


def file(value):
    """A whole file: one top-level record a line."""
    return "".join(f"{key(name)}: {written(entry)}\n" for name, entry in value.items()) or "{}\n"
