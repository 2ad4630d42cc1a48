import requests
NAME = "".join(["order-", "«other:hex-8»"])
requests.post("https://submit.atomyx.io/api/jobs", headers={"Authorization": "Bearer " + load()}, json={"externalId": NAME})
