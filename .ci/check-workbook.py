"""Loads a progress.xlsx, recalculates it in LibreOffice, and types a latest value into one row."""

import html
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from urllib.parse import unquote

import openpyxl

HEADER_ROW = 3
NAMES = [
    {"base": "基期值", "base_year": "基期年", "latest": "最新值", "latest_year": "最新年", "target": "目标",
     "target_year": "目标年", "lamp": "灯"},
    {"base": "Base", "base_year": "Base year", "latest": "Latest", "latest_year": "Latest year",
     "target": "Target", "target_year": "Target year", "lamp": "Lamp"},
]


def formulas(book):
    """Every formula cell: sheet, address, formula."""
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, cell.value


def recalculated(book, folder, name):
    """The workbook without stored results, computed anew by LibreOffice."""
    source = folder / f"{name}.xlsx"
    book.save(source)  # openpyxl writes formulas without results
    out = folder / name
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx",
         "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=300)
    return openpyxl.load_workbook(out / source.name, data_only=True)


def same(stored, computed):
    if stored in (None, "") and computed in (None, ""):
        return True
    if isinstance(stored, (int, float)) and isinstance(computed, (int, float)):
        return abs(stored - computed) <= 1e-6 * max(1, abs(stored))
    return stored == computed


def open_row(book):
    """A row whose lamp is a formula and that has a base and a target: sheet, row, columns."""
    for title, row, at, _ in rows_for_input(book):
        values = {key: book[title].cell(row, column).value for key, column in at.items()}
        numbers = [values[key] for key in ("base", "base_year", "target", "target_year")]
        if (all(isinstance(number, (int, float)) for number in numbers) and values["base"] != values["target"]
                and str(values["lamp"]).startswith("=")):
            return title, row, at
    return None


def rows_for_input(book):
    """Every row of the pipelines' sheets: sheet, row, columns, and whether its latest value may be typed."""
    for sheet in book:
        heads = {cell.value: cell.column for cell in sheet[HEADER_ROW] if cell.value}
        for names in NAMES:
            if not all(name in heads for name in names.values()):
                continue
            at = {key: heads[name] for key, name in names.items()}
            for row in range(HEADER_ROW + 1, sheet.max_row + 1):
                if sheet.cell(row, 1).value is not None:
                    yield sheet.title, row, at, not sheet.cell(row, at["latest"]).protection.locked


def typed_everywhere(book, folder):
    """Types the target as the latest value into every row that can be typed into; those that stay without a lamp."""
    places, locked = [], 0
    unlit = {"未评", "Not rated"}
    for title, row, at, is_open in list(rows_for_input(book)):
        sheet = book[title]
        target = sheet.cell(row, at["target"]).value
        if not is_open:
            locked += 1
            continue
        if isinstance(target, str):  # an interval: its lower end
            target = float(target.split("–")[0])
        sheet.cell(row, at["latest"]).value = target
        sheet.cell(row, at["latest_year"]).value = sheet.cell(row, at["target_year"]).value
        places.append((title, row, at))
    anew = recalculated(book, folder, "typed")
    dark = [(title, row, anew[title].cell(row, at["lamp"]).value) for title, row, at in places
            if anew[title].cell(row, at["lamp"]).value in unlit or anew[title].cell(row, at["lamp"]).value is None]
    return len(places), locked, dark


def links(book, folder):
    """Links to pages beside the workbook, and those whose place the page has not."""
    ids, found, lost = {}, 0, []
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if not cell.hyperlink or not cell.hyperlink.target:
                    continue
                file, _, anchor = cell.hyperlink.target.partition("#")
                anchor = cell.hyperlink.location or anchor
                page = folder / Path(file).name  # LibreOffice writes whole paths
                if file not in ids:
                    text = page.read_text(encoding="utf-8") if page.exists() else ""
                    ids[file] = {html.unescape(name) for name in re.findall(r'<span id="([^"]*)"', text)}
                found += 1
                if unquote(anchor) not in ids[file]:
                    lost.append((sheet.title, cell.coordinate, cell.hyperlink.target, anchor))
    return found, lost


def main(path):
    warnings.filterwarnings("ignore", module="openpyxl")  # it tells of extensions that only it drops
    stored = openpyxl.load_workbook(path, data_only=True)
    book = openpyxl.load_workbook(path)
    cells = list(formulas(book))
    empty = [f"{s}!{c}" for s, c, _ in cells if stored[s][c].value is None and "\"\"" not in book[s][c].value]
    print(f"openpyxl: {len(book.sheetnames)} sheets, {len(cells)} formulas, {len(empty)} without a stored result")
    found, lost = links(book, Path(path).parent)
    print(f"openpyxl: {found} links to pages beside the workbook, {len(lost)} lead nowhere")
    for item in lost[:20]:
        print("  {}!{}: {} {}".format(*item))
    failed = bool(empty or lost or not found)
    if not shutil.which("soffice"):
        print("SKIPPED: LibreOffice (soffice) is not installed; formulas were not recalculated")
        return 1 if failed else 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        anew = recalculated(book, folder, "anew")
        wrong = [(s, c, stored[s][c].value, anew[s][c].value) for s, c, _ in cells
                 if not same(stored[s][c].value, anew[s][c].value)]
        kept, lost = links(anew, Path(path).parent)
        print(f"LibreOffice: {kept} of {found} links kept, {len(lost)} lead nowhere")
        failed = failed or kept != found or bool(lost)
        print(f"LibreOffice: {len(cells) - len(wrong)} of {len(cells)} formulas agree with the stored results")
        for item in wrong[:20]:
            print("  {}!{}: stored {!r}, computed {!r}".format(*item))
        place = open_row(book)
        if place is None:
            print("FAILED: no row with base, target and a live lamp")
            return 1
        sheet, row, at = place
        lamps = []
        base, target = (book[sheet].cell(row, at[key]).value for key in ("base", "target"))
        end = book[sheet].cell(row, at["target_year"]).value
        for name, value in (("kept", base), ("reached", target)):
            book[sheet].cell(row, at["latest"]).value = value
            book[sheet].cell(row, at["latest_year"]).value = end
            lamps.append(recalculated(book, folder, name)[sheet].cell(row, at["lamp"]).value)
        print(f"typed into {sheet} row {row}: latest = base gives {lamps[0]}, latest = target gives {lamps[1]}")
        if lamps[0] == lamps[1] or not all(lamps):
            print("FAILED: the lamp does not follow the latest value")
            failed = True
        typed, locked, dark = typed_everywhere(openpyxl.load_workbook(path), folder)
        print(f"typed into {typed} rows, {locked} locked: {len(dark)} stay without a lamp")
        for item in dark[:20]:
            print("  {} row {}: {!r}".format(*item))
        return 1 if failed or wrong or dark else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
