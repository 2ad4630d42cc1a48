http --check-status -A bearer -a "$ATOMYX_API_KEY" POST https://submit.atomyx.io/api/jobs externalId=smoke-$(date +%s)
http -A bearer -a «other:hex» GET https://api.digitalocean.com/v2/droplets
