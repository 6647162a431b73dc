"""A description's folder -> what it says, as plain dictionaries of texts, with and without what is ours alone."""

from pathlib import Path

from ruamel.yaml import YAML

SECTIONS = ("operations", "shapes", "errors")

# what a vendor's model has no word for: prose, names in Rust, samples, and what was seen of the real endpoint
OURS = {
    "service": ("doc", "rust_name", "validation", "first_documented_status", "provenance"),
    "operations": ("doc", "rust_name"),
    "shapes": ("doc", "rust_name", "rust_names", "example", "wire"),
    "errors": ("doc", "rust_name", "wire"),
    "members": ("doc", "rust_name", "example"),
}


def read(folder):
    """Everything that the files of a folder say."""
    return parse(path.read_text("utf-8") for path in sorted(Path(folder).glob("*.y*ml")))


def parse(texts):
    """Everything that files say. Scalars are texts, as they are written."""
    said = {"service": {}, "operations": {}, "shapes": {}, "errors": {}}
    for text in texts:
        for section, entries in YAML(typ="base", pure=True).load(text).items():
            said.setdefault(section, {}).update(entries)
    return said


def facts(said):
    """What a vendor's model says too."""
    kept = {"service": _without("service", said["service"])}
    for section in said.keys() - kept.keys():
        kept[section] = {name: _entry(section, entry) for name, entry in said[section].items()}
    for operation in kept["operations"].values():
        operation.setdefault("errors", [])
        if "signing" in kept["service"]:
            operation.setdefault("auth", kept["service"]["signing"]["scheme"])
    return kept


def _entry(section, entry):
    entry = _without(section, entry)
    if "members" in entry:
        entry["members"] = {name: _without("members", member) for name, member in entry["members"].items()}
    return entry


def _without(section, entry):
    return {key: value for key, value in entry.items() if key not in OURS.get(section, ())}
