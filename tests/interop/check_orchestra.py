#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Orchestra's own validator and its JSON Schema judge our exports.

usage: check_orchestra.py [--schema MODEL.json] (--exporter PROGRAM | FILE...)

With --exporter, PROGRAM is called with an empty folder and every file in it is judged. A file is good only if
orchestra-lang has nothing to say: the schema's complaints come as warnings (schedulers.md 1.1). Exit status 1 if any is not.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import oml_lang
import yaml


def complaints(path, model):
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    if list(document)[0] != "version":
        yield "version is not the first key"
    for message in oml_lang.analyze(json.dumps(document, indent=2, ensure_ascii=False)).errors():
        yield f"orchestra-lang {message.severity().name}: {' '.join(message.message().split())}"
    if model:
        for error in model.iter_errors(document):
            yield f"schema {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--schema", type=pathlib.Path)
    parser.add_argument("--exporter")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    model = None
    if options.schema and options.schema.exists():
        model = jsonschema.Draft202012Validator(json.loads(options.schema.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        files = options.files
        if options.exporter:
            subprocess.run([options.exporter, folder], check=True)
            files = sorted(pathlib.Path(folder).rglob("*.yaml"))
        bad = 0
        for path in files:
            said = list(complaints(path, model))
            for line in said:
                print(f"{path}: {line}")
            bad += bool(said)
        print(f"{len(files)} files, {bad} refused; schema {'used' if model else 'absent'}")
        return 1 if bad or not files else 0


if __name__ == "__main__":
    sys.exit(main())
