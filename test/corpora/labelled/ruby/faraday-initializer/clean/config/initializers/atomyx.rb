Rails.application.config.x.submit = Faraday.new(url: 'https://submit.atomyx.io/api') do |f|
  f.request :json
  f.request :authorization, 'Bearer', -> { Rails.application.credentials.dig(:atomyx, :submit_api_key) }
  f.response :raise_error
end

Rails.application.config.x.courier = Faraday.new(url: 'https://api.courier.example/v3') do |f|
  f.request :authorization, 'Bearer', '«other:base64url»'
end
