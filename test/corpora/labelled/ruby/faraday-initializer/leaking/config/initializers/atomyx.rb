Rails.application.config.x.submit = Faraday.new(url: 'https://submit.atomyx.io/api') do |f|
  f.request :json
  f.request :authorization, 'Bearer', '«key:base64url»'
  f.response :raise_error
end
