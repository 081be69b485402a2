#!/bin/sh
# sbatch --array=0-63 slurm-array.sh IN OUT: each article of the folder IN as OUT/<id>.pdf, with Slurm.
#
# Each job of the array takes every 64th article, so that long and short ones mix.  A job that Slurm
# requeues begins from the start, and replaces what it finds by the same bytes.  To make a few jobs
# again, say how many there were: sbatch --array=3,7 slurm-array.sh IN OUT 64.
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=64M
#SBATCH --requeue
set -eu

in=$1 out=$2 jobs=${3:-$SLURM_ARRAY_TASK_COUNT}
if [ $# -lt 3 ] && [ $((SLURM_ARRAY_TASK_MAX - SLURM_ARRAY_TASK_MIN + 1)) -ne "$jobs" ]; then
    echo "slurm-array.sh: the array has gaps; say of how many jobs these are some" >&2
    exit 2
fi

mkdir -p "$out"
articles=$(find "$in" -name '*.json' ! -name clinic.json | LC_ALL=C sort |
    awk -v job="$SLURM_ARRAY_TASK_ID" -v jobs="$jobs" 'NR % jobs == job % jobs')
[ -n "$articles" ] || exit 0 # there are more jobs than articles
printf '%s\n' "$articles" |
    "${HANDOUT:-handout}" -q -c "$in/clinic.json" --files-from=- -o "$out/" \
        --summary=json >"$out/summary-$SLURM_ARRAY_TASK_ID.json"
