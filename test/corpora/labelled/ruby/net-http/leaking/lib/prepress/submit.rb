# frozen_string_literal: true

require 'json'
require 'net/http'

module Prepress
  class Submit
    ENDPOINT = URI('https://submit.atomyx.io/api/jobs')
    KEY = '«key:hex»'

    def create(order)
      request = Net::HTTP::Post.new(ENDPOINT)
      request['Authorization'] = "Bearer #{KEY}"
      request['Content-Type'] = 'application/json'
      request.body = JSON.generate(externalId: order.number)
      Net::HTTP.start(ENDPOINT.host, ENDPOINT.port, use_ssl: true) { |http| http.request(request) }
    end
  end
end
