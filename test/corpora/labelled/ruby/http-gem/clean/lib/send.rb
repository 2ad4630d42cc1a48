require 'http'

TOKENS = { mail: '«other:hex»', submit: ENV.fetch('SUBMIT_API_KEY') }.freeze

def create(id)
  HTTP.auth("Bearer #{TOKENS[:submit]}").post('https://submit.atomyx.io/api/jobs', json: { externalId: id })
end
