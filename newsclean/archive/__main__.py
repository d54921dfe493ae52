"""`python -m newsclean.archive`: the command `newsclean archive` by itself."""

import sys

from newsclean.cli_commands import COMMANDS, run_command

if __name__ == "__main__":
    sys.exit(run_command(COMMANDS, "newsclean", ["archive", *sys.argv[1:]]))
