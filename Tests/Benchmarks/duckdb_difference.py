"""The same comparison in DuckDB: what ComparisonSpeed.swift compares, joined by the same key in SQL.

    python3 duckdb_difference.py ROWS…

Prints for each count of rows the least milliseconds of three runs on one thread and the number of rows that differ, one
count a line; ends with 3 where Python has no duckdb.
"""

import sys
import time

try:
    import duckdb
except ImportError:
    sys.exit(3)

TABLE = """
create table {name} as select 'BE-' || i % 5000 as code, '指标' || i % 5000 as name, '15' || 1000 + i // 5000 as area,
    '2025' as year, 'target' as kind, '万吨' as unit, '' as qualifier,
    (case when i % 10 = 0 then i + {shift} else i end)::varchar as value
from range({shift}, {count} + {shift}) rows(i)
"""
JOIN = """
create or replace table difference as
select o as old, n as new from o full join n on o.code = n.code and o.area = n.area and o.year = n.year
    and o.kind = n.kind and o.unit = n.unit and o.qualifier = n.qualifier
where o.value is distinct from n.value
"""

for count in map(int, sys.argv[1:]):
    database = duckdb.connect()
    database.execute("set threads = 1")
    database.execute(TABLE.format(name="o", count=count, shift=0))
    database.execute(TABLE.format(name="n", count=count, shift=7))
    times = []
    for _ in range(4):
        begun = time.perf_counter()
        database.execute(JOIN)
        times.append(time.perf_counter() - begun)
    found = database.execute("select count(*) from difference").fetchone()[0]
    print(round(min(times) * 1000, 2), found)
