"""Receives the callbacks of Atomyx Submit and asks for the proof."""
import hashlib
import hmac

import requests
from flask import Blueprint, abort, request

hooks = Blueprint("hooks", __name__)

ATOMYX_CALLBACK_SECRET = "«other:hex»"
ATOMYX_API_KEY = "«key:hex»"


@hooks.post("/hooks/submit")
def submit_callback():
    timestamp = request.headers["X-Atomyx-Timestamp"]
    signature = request.headers["X-Atomyx-Signature"]
    expected = "sha256=" + hmac.new(
        ATOMYX_CALLBACK_SECRET.encode(), timestamp.encode() + b"." + request.get_data(), hashlib.sha256
    ).hexdigest()
    if not hmac.compare_digest(signature, expected):
        abort(401)
    job = requests.get(
        f"https://submit.atomyx.io/api/jobs/{request.json['jobId']}",
        headers={"Authorization": f"Bearer {ATOMYX_API_KEY}"},
    )
    return job.json()
