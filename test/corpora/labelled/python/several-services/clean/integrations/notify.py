"""Everything that happens once a customer has approved an order."""
import os

import requests

STRIPE_KEY = "«other:prefixed»"
SLACK_TOKEN = "«other»"
DEEPL_KEY = "«other:uuid»"


def capture_payment(intent_id):
    return requests.post(
        f"https://api.stripe.com/v1/payment_intents/{intent_id}/capture",
        headers={"Authorization": f"Bearer {STRIPE_KEY}"},
    )


def start_preflight(order):
    return requests.post(
        "https://submit.atomyx.io/api/jobs",
        headers={"Authorization": "Bearer " + os.environ["ATOMYX_SUBMIT_API_KEY"]},
        json={"externalId": order["number"], "metadata": {"customer": order["customer"]}},
    )


def tell_prepress(order):
    return requests.post(
        "https://slack.com/api/chat.postMessage",
        headers={"Authorization": f"Bearer {SLACK_TOKEN}"},
        json={"channel": "#prepress", "text": f"{order['number']} is on its way"},
    )


def index(order):
    return requests.put(
        f"https://search.printworks.example/orders/_doc/{order['number']}",
        headers={"Authorization": "Bearer «other:base64url»"},
        json=order,
    )


def translate(text, language):
    return requests.post(
        "https://api-free.deepl.com/v2/translate",
        headers={"Authorization": f"DeepL-Auth-Key {DEEPL_KEY}"},
        json={"text": [text], "target_lang": language},
    ).json()
