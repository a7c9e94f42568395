"""Validates the standard files of an edition; .ci/validate calls it."""

import csv
import json
import re
import sys
from pathlib import Path

from frictionless import Checklist, Package
from pysdmx.io import read_sdmx

DIMENSIONS = ["REF_AREA", "INDICATOR", "TIME_PERIOD", "KIND", "MEASURE", "QUALIFIER", "VARIANT"]
IDENTIFIER = re.compile(r"[A-Za-z0-9_@$\-]+")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
TIME_PERIOD = re.compile(r"\d{4}|\d{4}-\d{2}-\d{2}/P\d+Y")


def package_errors(edition):
    """Schemas, types, keys, sizes and digests; and that no CSV file and no page is left out."""
    descriptor = json.loads((edition / "datapackage.json").read_text(encoding="utf-8"))
    listed = {resource["path"] for resource in descriptor["resources"]}
    found = {str(path.relative_to(edition)) for kind in ("csv", "html", "ics") for path in edition.rglob(f"*.{kind}")}
    yield from (f"datapackage.json does not list {path}" for path in sorted(found - listed))
    yield from (f"datapackage.json lists {path}, which is not there" for path in sorted(listed - found))
    # A recovered table may hold a row of which the bulletin tells no cell.
    report = Package(str(edition / "datapackage.json")).validate(Checklist(skip_errors=["blank-row"]))
    for task in report.tasks:
        yield from (f"{task.place}: {error.type}: {error.message}" for error in task.errors)
    yield from (f"datapackage.json: {error.message}" for error in report.errors)
    # Frictionless checks what one field refers to, not each of a list.
    with (edition / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file)}
    with (edition / "indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            for name in row["statements"].split(";"):
                if name and name not in known:
                    yield f"indicators.csv: line {number}: statements.csv has no ‘{name}’"
    if not descriptor.get("licenses"):
        yield "datapackage.json: no licenses"
    if len(report.tasks) != len(listed):
        yield f"frictionless validated {len(report.tasks)} of {len(listed)} resources"


def sdmx_errors(edition):
    """What pysdmx reads is what the file holds; keys are unique, codes and periods well formed."""
    path = edition / "indicators.sdmx.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    datasets = read_sdmx(path, validate=True).data
    if len(datasets) != 1 or len(datasets[0].data) != len(rows):
        yield f"pysdmx reads {[len(item.data) for item in datasets]} rows in datasets, the file has {len(rows)}"
    seen = {}
    for number, row in enumerate(rows, start=2):
        key = tuple(row[name] for name in DIMENSIONS)
        if key in seen:
            yield f"line {number}: the key of line {seen[key]} again: {key}"
        seen[key] = number
        for name in ("REF_AREA", "INDICATOR", "KIND", "MEASURE", "OBS_STATUS", "COMPARATOR"):
            if not IDENTIFIER.fullmatch(row[name]):
                yield f"line {number}: {name} ‘{row[name]}’ is no SDMX identifier"
        if not TIME_PERIOD.fullmatch(row["TIME_PERIOD"]):
            yield f"line {number}: TIME_PERIOD ‘{row['TIME_PERIOD']}’"
        if not NUMBER.fullmatch(row["OBS_VALUE"]):
            yield f"line {number}: OBS_VALUE ‘{row['OBS_VALUE']}’ is no number"
        decimals = max(len(row[name].partition(".")[2]) for name in ("OBS_VALUE", "OBS_VALUE_UPPER"))
        if decimals != int(row["DECIMALS"]):
            yield f"line {number}: {row['OBS_VALUE']} has not {row['DECIMALS']} decimals"


def main(edition):
    errors = list(package_errors(edition)) + list(sdmx_errors(edition))
    for error in errors:
        print(error, file=sys.stderr)
    print(f"{edition}: {len(errors)} errors" if errors else f"{edition}: datapackage.json and indicators.sdmx.csv are valid")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
