# Every word is a word of server/dev.py, which needs Python's standard library alone.
# Extra arguments: make test ARGS="tests/lesson -k answer", make run ARGS="--port 9000".

PYTHON ?= python3
WORDS = help run demo setup check test bench pictures audit lock

.PHONY: $(WORDS)

$(WORDS):
	@$(PYTHON) server/dev.py $@ $(ARGS)
