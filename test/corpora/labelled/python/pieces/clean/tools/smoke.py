# The linter limits lines to 60 columns, hence the pieces.
import os

import requests

# sha256 of the fixture
DIGEST = (
    "9f86d081884c7d659a2feaa0c55ad015"
    "a3bf4f1b2b0b822cd15d6c15b0f00a08"
)

job = requests.post(
    "https://submit.atomyx.io/api/jobs",
    headers={"Authorization": "Bearer " + os.environ["SUBMIT_KEY"]},
    json={"externalId": "smoke-1", "metadata": {"sha256": DIGEST}},
)
print(job.status_code, job.text)
