# frozen_string_literal: true

require 'json'
require 'net/http'

module Prepress
  class Submit
    ENDPOINT = URI('https://submit.atomyx.io/api/jobs')
    KEY = ENV.fetch('ATOMYX_SUBMIT_API_KEY')
    NAMESPACE = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

    def create(order)
      request = Net::HTTP::Post.new(ENDPOINT)
      request['Authorization'] = "Bearer #{KEY}"
      request['Content-Type'] = 'application/json'
      request.body = JSON.generate(externalId: Digest::UUID.uuid_v5(NAMESPACE, order.number))
      Net::HTTP.start(ENDPOINT.host, ENDPOINT.port, use_ssl: true) { |http| http.request(request) }
    end
  end
end
