"""service-2.json of botocore -> what a description of it has to say, as plain dictionaries of texts.

This is written apart from the importer, so that one's mistakes do not hide the other's. A key of the model that is not
translated here is passed on as it is: a description has no such key, so it comes out as a difference.

    python model.py [SERVICE]…

prints the version of botocore, and the path of each service's newest model.
"""

import gzip
import json
import sys
from pathlib import Path

LENGTHS = ("string", "list", "map", "blob")


def path(service):
    """The newest model of a service in the installed botocore."""
    import botocore

    models = (Path(botocore.__file__).parent / "data" / service).glob("*/service-2.json.gz")
    return max(models)


def read(service):
    """The newest model of a service."""
    with gzip.open(path(service), "rt", encoding="utf-8") as file:
        return json.load(file)


def description(model):
    """What a description of the model has to say."""
    rest = {key: value for key, value in model.items() if key not in ("metadata", "operations", "shapes")}
    shapes = {"shapes": {}, "errors": {}}
    for name, raw in model["shapes"].items():
        if raw.get("exception"):
            shapes["errors"][name] = _error(raw)
        else:
            shapes["shapes"][name] = _shape(raw)
    operations = {name: _operation(name, raw) for name, raw in model["operations"].items()}
    return _texts({"service": _service(model["metadata"]), "operations": operations, **shapes, **_facts(rest)})


def _facts(raw):
    """A copy without prose."""
    return {key: value for key, value in raw.items() if key != "documentation"}


def _service(raw):
    raw, said = _facts(raw), {}
    said["name"] = raw.pop("endpointPrefix")
    said["title"] = raw.pop("serviceFullName")
    said["version"] = raw.pop("apiVersion")
    said["target_prefix"] = raw.pop("targetPrefix")
    said["protocol"] = f"aws_{raw.pop('protocol')}_{raw.pop('jsonVersion').replace('.', '_')}"
    scheme = f"sig{raw.pop('signatureVersion')}"
    said["signing"] = {"scheme": scheme, "name": raw.pop("signingName", said["name"])}
    said |= _unless(raw, "auth", [f"aws.auth#{scheme}"])
    return said | raw


def _operation(name, raw):
    raw, said = _facts(raw), {}
    # the model says this in two ways, which have to agree
    authentications = {(None, ()): "sigv4", ("none", ("smithy.api#noAuth",)): "none"}
    auth = (raw.pop("authtype", None), tuple(raw.pop("auth", ())))
    said["auth"] = authentications.get(auth, str(auth))
    # every operation is called by its name and with `POST /`: the language knows no other way
    said |= _unless(raw, "name", name) | _unless(raw, "http", {"method": "POST", "requestUri": "/"})
    for key in ("input", "output"):
        if key in raw:
            said[key] = _reference(raw.pop(key))
    said["errors"] = [_reference(error) for error in raw.pop("errors", [])]
    return said | raw


def _unless(raw, key, usual):
    """Takes a key out, and returns what it says if that is not the usual."""
    found = raw.pop(key, None)
    return {} if found == usual else {key: found}


def _reference(raw):
    raw = _facts(raw)
    return raw["shape"] if list(raw) == ["shape"] else raw


def _error(raw):
    shape = _shape(raw)
    del shape["exception"]
    if shape["type"] == "structure":
        del shape["type"]
    return {"fault": "server" if shape.pop("fault", False) else "client"} | shape


def _shape(raw):
    raw = _facts(raw)
    said = {"type": raw.pop("type")}
    for kind in ("document", "union"):
        if said["type"] == "structure" and raw.get(kind):
            said["type"] = kind
            del raw[kind]
    bounds = {key: raw.pop(key) for key in ("min", "max") if key in raw}
    if bounds:
        said["length" if said["type"] in LENGTHS else "range"] = bounds
    if said["type"] == "document":
        said |= _unless(raw, "members", {})
    if "members" in raw:
        required = raw.pop("required", [])
        members = {name: _member(member) for name, member in raw.pop("members").items()}
        for name in required:
            members.setdefault(name, {})["required"] = True
        said["members"] = members
    for key in ("member", "key", "value"):
        if key in raw:
            said[key] = _reference(raw.pop(key))
    return said | raw


def _member(raw):
    raw = _facts(raw)
    return {"target": raw.pop("shape"), **raw}


def _texts(node):
    """The same with numbers and truth values as the texts that YAML has for them."""
    if isinstance(node, dict):
        return {key: _texts(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_texts(value) for value in node]
    return node if isinstance(node, str) else json.dumps(node)


if __name__ == "__main__":
    import botocore

    print(botocore.__version__)
    for service in sys.argv[1:]:
        print(path(service))
