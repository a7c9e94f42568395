"""Validates the standard files of an edition; .ci/validate calls it."""

import csv
import json
import re
import sys
import tempfile
from pathlib import Path

import sdmx
from frictionless import Checklist, Package
from pysdmx.io import get_datasets, read_sdmx, write_sdmx
from pysdmx.io.format import Format

DIMENSIONS = ["REF_AREA", "INDICATOR", "TIME_PERIOD", "KIND", "MEASURE", "QUALIFIER", "VARIANT"]
IDENTIFIER = re.compile(r"[A-Za-z0-9_@$\-]+")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
TIME_PERIOD = re.compile(r"\d{4}|\d{4}-\d{2}-\d{2}/P\d+Y")


def package_errors(edition):
    """Schemas, types, keys, sizes and digests; and that no CSV file and no page is left out."""
    descriptor = json.loads((edition / "datapackage.json").read_text(encoding="utf-8"))
    listed = {resource["path"] for resource in descriptor["resources"]}
    found = {str(path.relative_to(edition)) for kind in ("csv", "html", "ics", "structure.json") for path in edition.rglob(f"*{kind}")}
    yield from (f"datapackage.json does not list {path}" for path in sorted(found - listed))
    yield from (f"datapackage.json lists {path}, which is not there" for path in sorted(listed - found))
    # A recovered table may hold a row of which the bulletin tells no cell.
    report = Package(str(edition / "datapackage.json")).validate(Checklist(skip_errors=["blank-row"]))
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
    for task in report.tasks:
        yield from (f"{task.place}: {error.type}: {error.message}" for error in task.errors)
    yield from (f"datapackage.json: {error.message}" for error in report.errors)
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
        for name in ("REF_AREA", "INDICATOR", "KIND", "MEASURE", "UNIT_MEASURE", "OBS_STATUS", "COMPARATOR"):
            if not IDENTIFIER.fullmatch(row[name]):
                yield f"line {number}: {name} ‘{row[name]}’ is no SDMX identifier"
        if not TIME_PERIOD.fullmatch(row["TIME_PERIOD"]):
            yield f"line {number}: TIME_PERIOD ‘{row['TIME_PERIOD']}’"
        if not NUMBER.fullmatch(row["OBS_VALUE"]):
            yield f"line {number}: OBS_VALUE ‘{row['OBS_VALUE']}’ is no number"
        decimals = max(len(row[name].partition(".")[2]) for name in ("OBS_VALUE", "OBS_VALUE_UPPER"))
        if decimals != int(row["DECIMALS"]):
            yield f"line {number}: {row['OBS_VALUE']} has not {row['DECIMALS']} decimals"


def structure_errors(edition):
    """structure.json is well formed, and pysdmx and sdmx1 read the CSV file by it: every code is in its list."""
    path = edition / "structure.json"
    structures = read_sdmx(path, validate=True).structures
    datasets = get_datasets(edition / "indicators.sdmx.csv", path)
    if len(datasets) != 1 or datasets[0].structure is None or isinstance(datasets[0].structure, str):
        yield "pysdmx finds no structure of indicators.sdmx.csv in structure.json"
    # sdmx1 reads structures as SDMX-ML only.
    with tempfile.TemporaryDirectory() as folder:
        write_sdmx(structures, Format.STRUCTURE_SDMX_ML_2_1, f"{folder}/structure.xml")
        (dataflow,) = sdmx.read_sdmx(f"{folder}/structure.xml").dataflow.values()
    data = sdmx.read_sdmx(edition / "indicators.sdmx.csv", structure=dataflow).data
    with (edition / "indicators.sdmx.csv").open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))[3:]
        count = sum(1 for _ in csv.reader(file))
    if sum(len(part.obs) for part in data) != count:
        yield f"sdmx1 reads {sum(len(part.obs) for part in data)} of {count} rows"
    components = [*dataflow.structure.dimensions, *dataflow.structure.measures, *dataflow.structure.attributes]
    if sorted(item.id for item in components) != sorted(columns):
        yield f"structure.json: {sorted(set(columns) ^ {item.id for item in components})} stand in one file only"
    lists = {item.id: item.local_representation.enumerated for item in components
             if item.local_representation and item.local_representation.enumerated is not None}
    if len(lists) != 8:
        yield f"sdmx1 finds code lists for {sorted(lists)} only"
    for part in data:
        for number, item in enumerate(part.obs, start=2):
            fields = {name: value.value for name, value in item.dimension.values.items()}
            fields |= {name: value.value for name, value in item.attached_attribute.items()}
            for name, known in lists.items():
                if fields[name] not in known:
                    yield f"indicators.sdmx.csv: line {number}: {name} ‘{fields[name]}’ is not in {known.id}"


def main(edition):
    errors = [*package_errors(edition), *sdmx_errors(edition), *structure_errors(edition)]
    for error in errors:
        print(error, file=sys.stderr)
    print(f"{edition}: {len(errors)} errors" if errors else f"{edition}: datapackage.json, indicators.sdmx.csv and structure.json are valid")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
