import requests


class Submit:
    url = "https://submit.atomyx.io/api"
    token = "«key:hex»"

    def post(self, path, body):
        return requests.post(self.url + path, json=body, headers={"Authorization": f"Bearer {self.token}"})


class Erp:
    url = "https://erp.example.com/api"
    token = "«other:hex»"

    def get(self, path):
        return requests.get(self.url + path, headers={"Authorization": f"Bearer {self.token}"})
