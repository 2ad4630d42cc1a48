defmodule Submit do
  use Tesla
  plug Tesla.Middleware.BaseUrl, "https://submit.atomyx.io/api"
  plug Tesla.Middleware.BearerAuth, token: "«key:base64url»"
  plug Tesla.Middleware.JSON
end
