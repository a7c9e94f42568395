"""Reads an archive of bulletins with Spark: one `gongbao worker` a task, records to Parquet by area.

    spark-submit gongbao_spark.py --table bulletins.csv --output archive [--master 'local[2,4]']

The table is a CSV file (or a Parquet folder) with a column `path` that every node can read and, where you like, `id` and
`name`, what the bulletin is to be called. gongbao must be on every node: the .deb, or the tar.xz through `--archives`.

    archive/records      id, bulletin, type, index, record (a line of JSON); folders region_code=…
    archive/statements   the statements, each field a column with its type; folders region_code=…
    archive/ndjson       with --ndjson: the records as text, for `gongbao report --from archive/ndjson`

A document that cannot be read is a record. A worker that dies, or is silent for --seconds, is started anew and asked once
more; then the answer is an `error` of reason `worker-died`. A task that fails is tried again by Spark: answers repeat byte for
byte. The last line printed is a digest over the sorted records, the same as that of one worker on one machine:

    gongbao worker < requests.ndjson | LC_ALL=C sort | sha256sum
"""

import argparse
import hashlib
import json
import select
import subprocess
import sys

COLUMNS = "id string, bulletin string, type string, `index` bigint, record string, region_code string"
SCHEMA = 1


class Silent(Exception):
    """The worker has died, or says nothing for too long."""


class Worker:
    """A `gongbao worker`, which is started when it is first asked."""

    def __init__(self, command, seconds):
        self.command, self.seconds, self.process, self.rest = command, seconds, None, b""

    def ask(self, request):
        """The records of the answer, the last of type `end`."""
        for attempt in (1, 2):
            try:
                return self._ask(request)
            except (Silent, OSError):
                self.stop()
        wrong = {"schema": SCHEMA, "id": request["id"], "reason": "worker-died", "message": "the worker died twice"}
        return [json.dumps({"type": "error", **wrong}, separators=(",", ":")),
                json.dumps({"type": "end", "schema": SCHEMA, "id": request["id"], "status": "refused"},
                           separators=(",", ":"))]

    def _ask(self, request):
        if self.process is None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            self.rest = b""
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        records = []
        while True:
            line = self._line()
            records.append(line.decode())
            # `type` stands first in every record.
            if line.startswith(b'{"type":"end"'):
                return records

    def _line(self):
        while b"\n" not in self.rest:
            if not select.select([self.process.stdout], [], [], self.seconds)[0]:
                raise Silent
            read = self.process.stdout.read1(1 << 20)
            if not read:
                raise Silent
            self.rest += read
        line, self.rest = self.rest.split(b"\n", 1)
        return line

    def stop(self):
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


def answers(command, seconds):
    """What `mapInPandas` calls: batches of the table in, batches of records out, by one worker for the whole task."""

    def work(batches):
        import pandas

        worker = Worker(command, seconds)
        try:
            for batch in batches:
                for row in batch.to_dict("records"):
                    request = {"id": row["id"], "path": row["path"]}
                    if row.get("name"):
                        request["name"] = row["name"]
                    yield pandas.DataFrame(rows(worker.ask(request)))
        finally:
            worker.stop()

    return work


def rows(records):
    """The records with their type, and with the area of their bulletin's first document that has one."""
    parsed = [json.loads(record) for record in records]
    areas = {}
    for record in parsed:
        if record["type"] == "document" and "region_code" in record:
            areas.setdefault(record["bulletin"], record["region_code"])
    return [{
        "id": record.get("id", ""), "bulletin": record.get("bulletin", ""), "type": record["type"],
        "index": record.get("index", 0), "record": text, "region_code": areas.get(record.get("bulletin"), "none"),
    } for record, text in zip(parsed, records)]


def fields(command):
    """The columns of statements, as `gongbao worker --schema` states them."""
    schema = json.loads(subprocess.run(command + ["--schema"], check=True, capture_output=True).stdout)
    if schema["schema"] != SCHEMA:
        sys.exit(f"gongbao writes version {schema['schema']} of the records; this script reads {SCHEMA}")
    return ", ".join(f"`{name}` {kind}" for name, kind in schema["records"]["statement"].items())


def digest(records):
    """SHA-256 over the records, sorted by their bytes, each with its line end."""
    total = hashlib.sha256()
    for row in records.orderBy("record").toLocalIterator():
        total.update(row["record"].encode() + b"\n")
    return total.hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--table", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--master", help="without it, as spark-submit says")
    parser.add_argument("--program", default="gongbao")
    parser.add_argument("--pipelines", help="without it, the installed definitions")
    parser.add_argument("--documents", type=int, default=500, help="documents a task")
    parser.add_argument("--seconds", type=int, default=600, help="that a document may take")
    parser.add_argument("--ndjson", action="store_true")
    arguments = parser.parse_args()

    from pyspark.sql import SparkSession, functions

    command = [arguments.program, "worker"] + (["--pipelines", arguments.pipelines] if arguments.pipelines else [])
    builder = SparkSession.builder.appName("gongbao").config("spark.sql.execution.arrow.maxRecordsPerBatch", 64)
    # Only the areas of this run are replaced when the same output is written again.
    builder = builder.config("spark.sql.sources.partitionOverwriteMode", "dynamic")
    if arguments.master:
        builder = builder.master(arguments.master)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")

    isCSV = arguments.table.endswith(".csv")
    table = spark.read.csv(arguments.table, header=True) if isCSV else spark.read.parquet(arguments.table)
    for name, column in [("id", functions.col("path")), ("name", functions.lit(None).cast("string"))]:
        if name not in table.columns:
            table = table.withColumn(name, column)
    table = table.select("id", "path", "name")
    count = table.count()
    # By the hash of the path: a folder of long gazettes is spread over all tasks.
    tasks = max(spark.sparkContext.defaultParallelism, -(-count // arguments.documents))
    answered = table.repartition(tasks, "path").mapInPandas(answers(command, arguments.seconds), COLUMNS)
    places = [f"{arguments.output}/{name}" for name in ("records", "statements", "ndjson")]
    # Read once: all else is made of what is written.
    answered.repartition("region_code").write.mode("overwrite").partitionBy("region_code").parquet(places[0])
    records = spark.read.parquet(places[0])
    statements = records.where("type = 'statement'").select(
        functions.from_json("record", fields(command)).alias("statement")).select("statement.*")
    # A place that areas.csv does not list has no code.
    statements = statements.withColumn("region_code", functions.coalesce("region_code", functions.lit("none")))
    statements.write.mode("overwrite").partitionBy("region_code").parquet(places[1])
    if arguments.ndjson:
        records.select("record").write.mode("overwrite").text(places[2])
    failed = records.where("type = 'error'").count()
    print(f"{count} documents, {records.count()} records, {statements.count()} statements, {failed} not answered")
    print(digest(records.select("record")))
    spark.stop()


if __name__ == "__main__":
    main()
