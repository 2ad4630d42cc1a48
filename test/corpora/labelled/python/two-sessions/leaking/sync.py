import httpx

crm = httpx.Client(base_url="https://api.crm.example", headers={"Authorization": "Bearer «other:hex»"})
submit = httpx.Client(base_url="https://submit.atomyx.io/api", headers={"Authorization": "Bearer «key:hex»"})

for deal in crm.get("/deals").json():
    submit.post("/jobs", json={"externalId": deal["id"]})
