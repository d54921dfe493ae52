"""A local datatrove pipeline of two tasks: datatrove_clean.py IN OUT LOGS"""

from __future__ import annotations

import sys

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from newsclean.engines.datatrove import NewsFormatter


def main(source: str, out: str, logs: str) -> None:
    pipeline = [JsonlReader(source), NewsFormatter(), JsonlWriter(out)]
    LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir=logs).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
