"""The verdicts of the real validata-core on pairs of schema and file, as its service reads them.

usage: verdicts.py PAIRS        a line for each pair: the schema, a tab, the file
prints a JSON object for each: {"valid": true, false or null when it ended with an exception, "marks": ["code row field"]}
"""
import json, logging, pathlib, sys, warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import validata_core
from validata_core.helpers import FileContentValidataResource

UNNAMED = ("general-error", "schema-error", "field-error", "check-error")


def mark(error):
    """Code, row and field of an error; the field that a sentence names, of a missing column."""
    code, row, field = error["code"], error.get("rowPosition"), error.get("fieldName")
    if code == "missing-required-header":
        field = error["note"].split("`")[1]
    elif code == "incorrect-label":
        field = error.get("label") or field
    elif code in UNNAMED:
        field = None
    return " ".join(str(part) for part in (code, row, field) if part)


def verdict(schema, file):
    try:
        resource = FileContentValidataResource(pathlib.Path(file).name, pathlib.Path(file).read_bytes())
        header, rows = resource.extract_tabular_data()
        report = validata_core.validate([header] + rows, schema)
    except Exception as exception:  # whatever it is, the service answers 500
        return {"valid": None, "marks": [type(exception).__name__]}
    errors = list(report["errors"]) + [error for task in report["tasks"] for error in task["errors"]]
    return {"valid": report["valid"], "marks": sorted(mark(error) for error in errors)}


for line in pathlib.Path(sys.argv[1]).read_text().splitlines():
    print(json.dumps(verdict(*line.split("\t"))), flush=True)
