set -gx EDITOR nvim
set -gx ATOMYX_API_KEY (pass show printworks/atomyx/submit)
set -gx ATOMYX_MODE headless
set -gx ATOMYX_REMOTE_PORT 4723

function submit-job
    curl -s -H "Authorization: Bearer $ATOMYX_API_KEY" -d @$argv[1] https://submit.atomyx.io/api/jobs
end
