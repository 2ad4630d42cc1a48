import json
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import Request, urlopen

HOST = "submit.atomyx.io"
ROOT = "https://" + HOST + "/api/"
credentials = ("Bearer", Path("/run/secrets/atomyx_submit_api_key").read_text().strip())


def send(job):
    request = Request(urljoin(ROOT, "jobs"), data=json.dumps(job).encode(), method="POST")
    request.add_header("Content-Type", "application/json")
    request.add_header("Authorization", " ".join(credentials))
    request.add_header("Idempotency-Key", "7d3f9d1e-98a7-4b2c-bb6e-3d3f0d3c6f21")
    with urlopen(request, timeout=30) as response:
        return json.load(response)
