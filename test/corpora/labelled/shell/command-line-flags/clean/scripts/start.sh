#!/bin/sh
exec ./prepress-worker --listen :8080 --submit-api-key="${SUBMIT_API_KEY}" --submit-api-key-file /run/secrets/submit --db-password «other»
