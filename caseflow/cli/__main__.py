"""`python -m caseflow.cli` is `caseflow`."""

from caseflow.cli.root import main

main()
