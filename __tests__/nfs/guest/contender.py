"""Publishes a directory as version 1 of an asset of the project demo, by other means than the product.

contender.py cp|pygobbler URL STAGING DIRECTORY ASSET
"""

import json
import os
import subprocess
import sys
import time
import urllib.request

how, url, staging, directory, asset = sys.argv[1:]
if how == "pygobbler":
    import pygobbler

    pygobbler.upload_directory("demo", asset, "1", directory, staging=staging, url=url)
else:
    name = "upload-%d" % time.time_ns()
    subprocess.run(["cp", "-r", directory, os.path.join(staging, name)], check=True)
    request = "request-upload-%d" % time.time_ns()
    with open(os.path.join(staging, request), "w") as file:
        json.dump({"project": "demo", "asset": asset, "version": "1", "source": name, "consume": False}, file)
    urllib.request.urlopen(urllib.request.Request(url + "/new/" + request, method="POST")).read()
    os.unlink(os.path.join(staging, request))
    subprocess.run(["rm", "-r", os.path.join(staging, name)], check=True)
