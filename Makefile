# Every target is a command of .ci/dev.py, which also works without make: python3 .ci/dev.py help
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help install demo demo-reset test prove lint check bench lock

help install demo demo-reset test prove lint check bench lock:
	@$(PYTHON) .ci/dev.py $@
