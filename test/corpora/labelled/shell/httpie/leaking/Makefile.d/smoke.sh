http --check-status -A bearer -a «key:hex» POST https://submit.atomyx.io/api/jobs externalId=smoke-$(date +%s)
http -A bearer -a «other:hex» GET https://api.digitalocean.com/v2/droplets
