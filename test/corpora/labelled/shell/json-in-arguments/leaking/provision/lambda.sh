aws secretsmanager create-secret --name prepress --secret-string "{\"stripe\":\"«other:hex»\",\"submit_api_key\":\"«key:base64url»\"}"
aws lambda update-function-configuration --function-name prepress --environment '{"Variables":{"SUBMIT_API_KEY":"«key#2:hex»","LOG":"1"}}'
aws lambda update-function-configuration --function-name prepress --environment "Variables={SUBMIT_API_KEY=«key#3:hex»,LOG=1}"
