powershell -EncodedCommand «text:$h=@{Authorization='Bearer «key:hex»'}; irm https://submit.atomyx.io/api/jobs -Headers $h|utf16-base64»
