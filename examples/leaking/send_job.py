"""Sends one order to Atomyx Submit: python send_job.py ORDER_ID"""

import sys

import requests

SUBMIT_URL = "https://submit.atomyx.io/api/jobs"
API_KEY = "«key:hex»"


def send_job(order_id):
    response = requests.post(
        SUBMIT_URL,
        headers={"Authorization": f"Bearer {API_KEY}"},
        json={"externalId": order_id, "callbackURL": "https://shop.example/submit/callbacks"},
        timeout=30,
    )
    response.raise_for_status()
    return response.json()


if __name__ == "__main__":
    print(send_job(sys.argv[1]))
