#!/usr/bin/env python3
"""Names the files under 80 %: low.py FILES.csv, as gcovr writes it."""

import csv
import sys

LEAST = 0.80


def main():
    with open(sys.argv[1], newline="") as file:
        rows = list(csv.DictReader(file))
    low = [row for row in rows if min(float(row["line_percent"] or 1), float(row["branch_percent"] or 1)) < LEAST]
    for row in sorted(low, key=lambda row: float(row["line_percent"])):
        print(f"{row['filename']}: lines {float(row['line_percent']):.0%}, "
              f"branches {float(row['branch_percent'] or 1):.0%}")
    print(f"{len(low)} of {len(rows)} files")


if __name__ == "__main__":
    main()
