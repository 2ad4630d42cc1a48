module Submit

using HTTP, JSON3

const ROOT = "https://submit.atomyx.io/api"
const TOKEN = "«key:hex»"

function create_job(external_id)
    headers = ["Authorization" => "Bearer $TOKEN", "Content-Type" => "application/json"]
    response = HTTP.post("$ROOT/jobs", headers, JSON3.write((; externalId = external_id)))
    return JSON3.read(response.body)
end

end
