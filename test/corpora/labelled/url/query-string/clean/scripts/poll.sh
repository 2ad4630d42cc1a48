#!/bin/sh
curl -s "https://submit.atomyx.io/api/jobs?state=open&cursor=5c1b4a8e0f4b4a559f532b0c0a7f7d11" -H "Authorization: Bearer $SUBMIT_API_KEY"
curl -s "https://api.weather.example/v1/now?city=Bern&api_key=«other:hex»"
