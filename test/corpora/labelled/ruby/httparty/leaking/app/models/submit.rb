class Submit
  include HTTParty
  base_uri 'https://submit.atomyx.io/api'
  headers 'Authorization' => 'Bearer «key:base64url»'

  def self.create(id) = post('/jobs', body: { externalId: id }.to_json)
end
