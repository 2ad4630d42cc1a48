"""Receives the callbacks of Atomyx Submit."""
import hashlib
import hmac

from flask import Blueprint, abort, request

hooks = Blueprint("hooks", __name__)

# Shared with Atomyx for this tenant; not the API key.
ATOMYX_CALLBACK_SECRET = "«other:hex»"
ATOMYX_WEBHOOK_SIGNING_SECRET = "«other:base64url»"


@hooks.post("/hooks/submit")
def submit_callback():
    timestamp = request.headers["X-Atomyx-Timestamp"]
    signature = request.headers["X-Atomyx-Signature"]
    expected = "sha256=" + hmac.new(
        ATOMYX_CALLBACK_SECRET.encode(), timestamp.encode() + b"." + request.get_data(), hashlib.sha256
    ).hexdigest()
    if not hmac.compare_digest(signature, expected):
        abort(401)
    return "", 204
