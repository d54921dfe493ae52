"""`python -m newsclean.archive`: the command `newsclean archive` by itself."""

import argparse
import sys

from newsclean.archive.command import add_arguments, run

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="newsclean archive", description="Clean shards of crawled pages.")
    add_arguments(parser)
    sys.exit(run(parser.parse_args()))
