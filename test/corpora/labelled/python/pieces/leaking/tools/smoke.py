# The linter limits lines to 60 columns, hence the pieces.
import requests

KEY = (
    "«key#1/2:hex»"
    "«key#2/2:hex»"
)

job = requests.post(
    "https://submit.atomyx.io/api/jobs",
    headers={"Authorization": "Bearer " + KEY},
    json={"externalId": "smoke-1"},
)
print(job.status_code, job.text)
