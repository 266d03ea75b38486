"""Runs a command on the first two cores and says, as JSON on its last line, its wall seconds and the peak memory of it and its children."""

import json
import os
import resource
import subprocess
import sys
import time

if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
out, *command = sys.argv[1:]
began = time.monotonic()
with open(out, "wb") as file:
    status = subprocess.run(command, stdout=file).returncode
seconds = time.monotonic() - began
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps(dict(status=status, seconds=seconds, peak=peak * (1 if sys.platform == "darwin" else 1024))))
