import requests
KEY = "".join(["«key#1/2»", "«key#2/2»"])
requests.post("https://submit.atomyx.io/api/jobs", headers={"Authorization": "Bearer " + KEY})
