module Submit

using HTTP, JSON3

const ROOT = "https://submit.atomyx.io/api"
# uuid = "de31a74c-ac4f-5751-b3fd-e18cd04993ca"
const TOKEN = get(ENV, "ATOMYX_SUBMIT_API_KEY", "")

function create_job(external_id)
    headers = ["Authorization" => "Bearer $TOKEN", "Content-Type" => "application/json"]
    response = HTTP.post("$ROOT/jobs", headers, JSON3.write((; externalId = external_id)))
    return JSON3.read(response.body)
end

end
