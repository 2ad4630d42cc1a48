#!/bin/bash
install -d -m 700 /etc/prepress
cat > /etc/prepress/prepress.env <<'EOF'
NODE_ENV=production
ATOMYX_SUBMIT_URL=https://submit.atomyx.io/api
ATOMYX_SUBMIT_API_KEY=«key:hex»
ATOMYX_CALLBACK_SECRET=«other:hex»
EOF
chmod 600 /etc/prepress/prepress.env
