@echo off
setlocal
if "%SUBMIT_API_KEY%"=="" (
  echo Set SUBMIT_API_KEY first, for example: set SUBMIT_API_KEY=YOUR_API_KEY
  exit /b 1
)
set SUBMIT_URL=https://submit.atomyx.io/api
set SUBMIT_KEY_FILE=C:\ProgramData\Printworks\submit.key
curl -s -X POST %SUBMIT_URL%/jobs -H "Authorization: Bearer %SUBMIT_API_KEY%" -d @job.json
endlocal
