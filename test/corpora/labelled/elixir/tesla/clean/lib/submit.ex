defmodule Submit do
  use Tesla
  plug Tesla.Middleware.BaseUrl, "https://submit.atomyx.io/api"
  plug Tesla.Middleware.BearerAuth, token: System.get_env("SUBMIT_API_KEY")
  plug Tesla.Middleware.JSON
end
