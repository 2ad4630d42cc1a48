$key = ConvertTo-SecureString '«key:hex»' -AsPlainText -Force
Invoke-RestMethod -Uri https://submit.atomyx.io/api/jobs -Method Post -Authentication Bearer -Token $key -Body $body
