#!/usr/bin/env python3
import getpass
import http.client
import json
import sys

TOKEN = getpass.getpass('Submit API key: ')

conn = http.client.HTTPSConnection("submit.atomyx.io", timeout=10)

for external_id in sys.argv[1:] or ['0b5c0f4e-8d5e-4e0c-9a3f-1f6a4f0f7a63']:
    body = json.dumps({'externalId': external_id, 'capabilities': {'checkFixProfile': 'https://cdn.printworks.example/offset.kfpx'}})
    conn.request('POST', '/api/jobs', body, {
        'Content-Type': 'application/json',
        'Authorization': 'Bearer %s' % TOKEN,
    })
    response = conn.getresponse()
    print(external_id, response.status, response.read().decode())
