#!/usr/bin/env python3
import http.client
import json
import sys

TOKEN = '«key:uuid»'

conn = http.client.HTTPSConnection("submit.atomyx.io", timeout=10)

for external_id in sys.argv[1:]:
    body = json.dumps({'externalId': external_id, 'capabilities': {'checkFixProfile': 'https://cdn.printworks.example/offset.kfpx'}})
    conn.request('POST', '/api/jobs', body, {
        'Content-Type': 'application/json',
        'Authorization': 'Bearer %s' % TOKEN,
    })
    response = conn.getresponse()
    print(external_id, response.status, response.read().decode())
