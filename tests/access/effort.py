"""How many random worlds a test tries, and whether they are the same ones each time.

The same in every run, unless CASEFLOW_TEST_SEED gives a number to start from; CASEFLOW_TEST_EFFORT multiplies them.
"""

import os

from hypothesis import HealthCheck, Phase, seed, settings

SEED = os.environ.get("CASEFLOW_TEST_SEED")
EFFORT = float(os.environ.get("CASEFLOW_TEST_EFFORT", "1"))


def worlds_tried(number: int):
    """Decorate a hypothesis test with how many worlds it tries."""
    bounded = settings(
        max_examples=max(1, round(number * EFFORT)),
        deadline=None,
        database=None,
        derandomize=SEED is None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        report_multiple_bugs=False,
    )
    return bounded if SEED is None else lambda test: seed(int(SEED))(bounded(test))
