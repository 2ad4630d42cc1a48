declare -A KEYS=( [stripe]="«other:hex»" [submit]="«key:base64url»" )
curl -H "Authorization: Bearer ${KEYS[submit]}" https://submit.atomyx.io/api/jobs
