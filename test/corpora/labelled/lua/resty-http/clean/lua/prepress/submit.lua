local http = require "resty.http"
local cjson = require "cjson.safe"

local _M = {}

local KEY = os.getenv("ATOMYX_SUBMIT_API_KEY")

function _M.create_job(external_id)
  local client = http.new()
  local res, err = client:request_uri("https://submit.atomyx.io/api/jobs", {
    method = "POST",
    body = cjson.encode({ externalId = external_id }),
    headers = {
      ["Content-Type"] = "application/json",
      ["Authorization"] = "Bearer " .. KEY,
    },
  })
  if not res then return nil, err end
  return cjson.decode(res.body)
end

return _M
