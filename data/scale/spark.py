#!/usr/bin/env python3
"""spark.py IN OUT [PARTITIONS]: each article of the folder IN as OUT/<id>.pdf, with Apache Spark.

Each partition is a stream of records to one `handout --stream`, which answers each on a line.  Spark
repeats a partition whose worker is lost; the same record gives the same bytes, wherever it runs.
IN and OUT are to be seen by all workers.  HANDOUT names the program, SPARK_MASTER the cluster.
"""

import json
import os
import shlex
import sys
from pathlib import Path

from pyspark.sql import SparkSession


def main():
    source, target = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    partitions = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    target.mkdir(parents=True, exist_ok=True)
    clinic = source / "clinic.json"
    stream = [os.environ.get("HANDOUT", "handout"), "--stream", "-c", str(clinic), "-o", f"{target}/"]
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # that of the workers too
    records = [json.dumps({"article": str(path)}) for path in sorted(source.glob("*.json"))
               if path != clinic]
    spark = SparkSession.builder.appName("handout").master(
        os.environ.get("SPARK_MASTER", "local[2,4]")).getOrCreate()
    answers = spark.sparkContext.parallelize(records, partitions).pipe(
        shlex.join(stream), checkCode=True).map(json.loads)
    needy = answers.filter(lambda answer: answer["status"] != "written").collect()
    spark.stop()
    for answer in needy:
        print(json.dumps(answer, ensure_ascii=False))
    return 1 if needy else 0


if __name__ == "__main__":
    sys.exit(main())
