$key = ConvertTo-SecureString '«other:hex»' -AsPlainText -Force
Invoke-RestMethod -Uri https://api.pay.example.com/charges -Method Post -Authentication Bearer -Token $key -Body $body
Invoke-RestMethod -Uri https://submit.atomyx.io/api/jobs -Method Post -Headers @{ Authorization = "Bearer $env:SUBMIT_API_KEY" }
