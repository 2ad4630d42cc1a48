aws ssm put-parameter --name /prod/atomyx/submit-api-key --type SecureString --value "«key:base64url»"
aws ssm put-parameter --name /prod/mail/api-key --type SecureString --value "«other:hex»"
az keyvault secret set --vault-name kv-print --name submit-api-key --value «key#2:hex»
