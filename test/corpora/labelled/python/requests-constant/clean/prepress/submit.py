"""Sends finished artwork to Atomyx Submit."""
import logging
import os

import requests

log = logging.getLogger(__name__)

BASE_URL = "https://submit.atomyx.io/api"
TIMEOUT = (3.05, 30)
API_KEY = os.environ["ATOMYX_SUBMIT_API_KEY"]

ARTWORK_BUCKET = "https://assets.printworks.example"


def artwork_url(order):
    return f"{ARTWORK_BUCKET}/{order.id}/{order.artwork.name}"


def create_job(order):
    payload = {
        "externalId": "5c1b4a8e-0f4b-4a55-9f53-2b0c0a7f7d11",
        "callbackURL": "https://shop.printworks.example/hooks/submit",
        "artwork": artwork_url(order),
        "metadata": {"customer": order.customer.name},
    }
    response = requests.post(
        BASE_URL + "/jobs",
        json=payload,
        headers={"Authorization": f"Bearer {API_KEY}"},
        timeout=TIMEOUT,
    )
    response.raise_for_status()
    job = response.json()
    log.info("created job %s for %s", job["id"], order.number)
    return job
