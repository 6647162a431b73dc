"""What the comparison reads -> whether it tells when any one value of it is changed or taken out.

A comparison that passes over something agrees with everything. Each entry is changed alone in a model or description
of its own, which is quick and comes to the same.
"""

import re

import compare
import description
import model

# places that neither side is compared by
PROSE = re.compile(r"\.documentation$")
OURS = re.compile(rf"\.({'|'.join(sorted(set().union(*description.OURS.values())))})\b")


def of_model(raw):
    """Every change of a vendor's model, and whether it is seen."""
    sections = ("operations", "shapes")
    yield from _changes(model.description, raw, "metadata", sections, PROSE)


def of_description(said):
    """Every change of a description, and whether it is seen."""
    yield from _changes(description.facts, said, "service", description.SECTIONS, OURS)


def _changes(read, whole, head, sections, passed):
    empty = whole | {section: {} for section in sections}
    entries = [(head, whole[head], lambda entry: empty | {head: entry})]
    for section in sections:
        for name, entry in whole[section].items():
            alone = lambda entry, section=section, name=name: empty | {section: {name: entry}}
            entries.append((f"{section}.{name}", entry, alone))
    for place, entry, alone in entries:
        before = read(alone(entry))
        for at, other in changed(entry):
            if not passed.search(at):
                yield place + at, _differs(before, read, alone(other))


def _differs(before, read, changed):
    try:
        after = read(changed)
    except KeyError:
        # it cannot be read at all
        return True
    return any(compare.differences(before, after))


def changed(node):
    """The node with one change, for every key and item that is in it somewhere; and where each change is."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield f".{key}", {other: kept for other, kept in node.items() if other != key}
            for place, other in changed(value):
                yield f".{key}{place}", node | {key: other}
    elif isinstance(node, list):
        for index, value in enumerate(node):
            before, after = node[:index], node[index + 1 :]
            yield f"[{index}]", before + after
            for place, other in changed(value):
                yield f"[{index}]{place}", [*before, other, *after]
    elif isinstance(node, bool):
        yield "", not node
    else:
        yield "", f"{node}0"
