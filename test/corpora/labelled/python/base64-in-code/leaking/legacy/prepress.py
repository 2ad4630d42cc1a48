from base64 import b64decode

import requests

# so that the key does not turn up in searches
ATOMYX_KEY = b64decode("«key|base64»").decode()


def create(external_id):
    r = requests.post("https://submit.atomyx.io/api/jobs", json={"externalId": external_id},
                      headers={"Authorization": "Bearer " + ATOMYX_KEY})
    return r.json()["id"]
