#!/bin/sh
printf '%s' '«key#a:hex»' | docker secret create atomyx_submit_api_key -
echo -n "«key#b:base64url»" | gcloud secrets create atomyx-submit-api-key --data-file=-
kubectl create secret generic atomyx-submit --namespace prepress \
  --from-literal=api-key="«key#c:hex»"
gh secret set ATOMYX_SUBMIT_API_KEY <<< "«key#d:base62»"
