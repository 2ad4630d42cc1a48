@echo off
powershell -NoProfile -EncodedCommand «text:$h = @{ Authorization = 'Bearer «key:base64url»' }; Invoke-RestMethod -Uri https://submit.atomyx.io/api/jobs -Headers $h|utf16-base64»
