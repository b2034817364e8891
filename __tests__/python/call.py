"""Calls a function of the Python client: {"name", "arguments", "places"} on standard input, {"value"} on standard output.

Of the places (registry, staging, url), the function gets those that it has parameters for. A refusal by the service is
{"refused": status, "reason": text}.
"""

import inspect
import json
import sys

import pygobbler
import requests


def answer(name, arguments, places):
    function = getattr(pygobbler, name)
    parameters = inspect.signature(function).parameters
    given = {place: value for place, value in places.items() if place in parameters}
    try:
        value = function(**given, **arguments)
    except requests.HTTPError as error:
        status, reason = error.args
        return {"refused": status, "reason": reason}
    # list_files filters lazily.
    return {"value": list(value) if isinstance(value, filter) else value}


if __name__ == "__main__":
    print(json.dumps(answer(**json.load(sys.stdin))))
