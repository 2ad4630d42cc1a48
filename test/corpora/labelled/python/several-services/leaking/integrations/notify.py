"""Everything that happens once a customer has approved an order."""
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
        headers={"Authorization": "Bearer «key:base64url»"},
        json={"externalId": order["number"], "metadata": {"customer": order["customer"]}},
    )


def tell_prepress(order):
    return requests.post(
        "https://slack.com/api/chat.postMessage",
        headers={"Authorization": f"Bearer {SLACK_TOKEN}"},
        json={"channel": "#prepress", "text": f"{order['number']} is on its way"},
    )


def translate(text, language):
    return requests.post(
        "https://api-free.deepl.com/v2/translate",
        headers={"Authorization": f"DeepL-Auth-Key {DEEPL_KEY}"},
        json={"text": [text], "target_lang": language},
    ).json()
