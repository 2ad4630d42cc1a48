class Submit
  include HTTParty
  base_uri 'https://submit.atomyx.io/api'
  headers 'Authorization' => "Bearer #{Rails.application.credentials.submit_api_key}"

  def self.create(id) = post('/jobs', body: { externalId: id }.to_json)
end
