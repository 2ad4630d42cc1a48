import json
from urllib.parse import urljoin
from urllib.request import Request, urlopen

HOST = "submit.atomyx.io"
ROOT = "https://" + HOST + "/api/"
credentials = ("Bearer", "«key:uuid»")


def send(job):
    request = Request(urljoin(ROOT, "jobs"), data=json.dumps(job).encode(), method="POST")
    request.add_header("Content-Type", "application/json")
    request.add_header("Authorization", " ".join(credentials))
    with urlopen(request, timeout=30) as response:
        return json.load(response)
