#!/bin/sh
exec ./prepress-worker --listen :8080 --submit-api-key=«key:base64url» --db-password «other»
