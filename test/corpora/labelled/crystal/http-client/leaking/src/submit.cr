require "http/client"
require "json"

module Submit
  TOKEN = "«key:base64url»"

  def self.create_job(external_id : String)
    headers = HTTP::Headers{"Authorization" => "Bearer #{TOKEN}", "Content-Type" => "application/json"}
    HTTP::Client.post("https://submit.atomyx.io/api/jobs", headers: headers, body: {externalId: external_id}.to_json)
  end
end
