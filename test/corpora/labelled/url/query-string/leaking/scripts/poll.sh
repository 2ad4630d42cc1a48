#!/bin/sh
curl -s "https://submit.atomyx.io/api/jobs?state=open&api_key=«key:hex»"
curl -s "https://api.weather.example/v1/now?city=Bern&api_key=«other:hex»"
