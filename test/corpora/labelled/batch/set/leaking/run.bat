@echo off
setlocal
set SUBMIT_URL=https://submit.atomyx.io/api
set SUBMIT_API_KEY=«key:base64url»
set "ATOMYX_TOKEN=«key:hex»"
curl -s -X POST %SUBMIT_URL%/jobs -H "Authorization: Bearer %SUBMIT_API_KEY%" -d @job.json
endlocal
