"""Recorded answers assessed by many machines: the same assessment as a Ray Data job (``pip install -e .[ray]``).

Answers are read from files or object-store addresses (JSON lines, or parquet with the same fields) and every result is written as
one file, one line of JSON, named by its record's id. A piece of work that is done twice, because the machine that had it died,
leaves alone what is there already, and so does a job that is started again: every answer has one result, whatever happens.
"""

import hashlib
import json
import logging
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import ray.data
from pyarrow import fs
from pydantic import ValidationError

from interviewer import assembly
from interviewer.assessing import assess
from interviewer.engines import Engine
from interviewer.library import Library, load
from interviewer.models.errors import ModelError
from interviewer.recorded import Record, Unreadable, brief_of, contract, read_lines, transcript
from interviewer.settings import Settings

PIECE = 16
"""Answers that a worker gets at a time; those of a piece that is lost with its worker and were not written yet are done again."""

Row = dict[str, Any]


class Outcome(NamedTuple):
    """What came of a job."""

    assessed: int
    found: int
    """Had a result before, from an earlier job or a worker that was lost."""
    failed: tuple[str, ...]
    """A sentence for each record without a result."""


def run(source: str, out: str, settings: Settings, workers: int | None = None) -> Outcome:
    """Has every record in `source` assessed that has no result in `out`; with `workers` at most, None for all there are.

    Raises OSError or ValueError when a place cannot be read or written.
    """
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    place, folder = _opened(out)
    place.create_dir(folder, recursive=True)
    address = source if urlsplit(source).scheme else str(Path(source).resolve())
    rows = ray.data.read_parquet(address) if source.endswith(".parquet") else ray.data.read_text(address, drop_empty_lines=True)
    told = rows.repartition(target_num_rows_per_block=PIECE).map(partial(_kept, settings=settings, out=out), concurrency=workers)
    counts, failed = {"assessed": 0, "found": 0}, []
    for row in told.iter_rows():
        if row["error"]:
            failed.append(row["error"])
        else:
            counts[row["did"]] += 1
    return Outcome(**counts, failed=tuple(failed))


def result_file(out: str, id: str) -> str:
    """Where the result of the record `id` is, in folders that none grows too large."""
    name = hashlib.sha256(id.encode()).hexdigest()
    return f"{_opened(out)[1]}/{name[:2]}/{name}.json"


def _kept(row: Row, settings: Settings, out: str) -> Row:
    """Runs on a worker: one record's result, written unless it is there."""
    record = _record(row)
    if isinstance(record, Unreadable):
        return {"did": "", "error": record.error}
    place, _ = _opened(out)
    file = result_file(out, record.id)
    if place.get_file_info(file).type != fs.FileType.NotFound:
        return {"did": "found", "error": ""}
    library, engine = _prepared(settings)
    try:
        brief = brief_of(record, library)
        assessment = assess(engine, brief, transcript(record, brief))
    except (ModelError, LookupError) as error:
        return {"did": "", "error": f"{record.id}: {error}"}
    _write(place, file, json.dumps(contract(record.id, assessment)))
    return {"did": "assessed", "error": ""}


def _record(row: Row) -> Record | Unreadable:
    if set(row) == {"text"}:
        return next(read_lines(row["text"], Path("answers")))
    try:
        return Record.model_validate({name: value for name, value in row.items() if value is not None})
    except ValidationError as error:
        return Unreadable(str(row.get("id")), f"{row.get('id')}: {error.error_count()} fields are wrong")


def _write(place: fs.FileSystem, file: str, line: str) -> None:
    """Whole or not at all: object stores do so by themselves, on a disk the finished file gets its name last."""
    place.create_dir(file.rpartition("/")[0], recursive=True)
    half = f"{file}.{ray.get_runtime_context().get_worker_id()}" if isinstance(place, fs.LocalFileSystem) else file
    with place.open_output_stream(half) as stream:
        stream.write(f"{line}\n".encode())
    if half != file:
        place.move(half, file)


@cache
def _opened(address: str) -> tuple[fs.FileSystem, str]:
    if urlsplit(address).scheme:
        place, folder = fs.FileSystem.from_uri(address)
        return place, folder.rstrip("/")
    return fs.LocalFileSystem(), str(Path(address).resolve())


@cache
def _prepared(settings: Settings) -> tuple[Library, Engine]:
    """Once in each worker."""
    library = load(settings.prompts, settings.scenarios)
    return library, assembly.engine(settings.default_engine, library, settings)
