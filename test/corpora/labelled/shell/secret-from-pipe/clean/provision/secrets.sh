#!/bin/sh
printf '%s' "$SUBMIT_KEY" | docker secret create atomyx_submit_api_key -
echo -n "«other#a:base64url»" | gcloud secrets create webhook-signing-secret --data-file=-
kubectl create secret generic github-app --namespace prepress \
  --from-literal=api-key="«other#b:hex»"
gh secret set SLACK_TOKEN <<< "«other#c:base62»"
