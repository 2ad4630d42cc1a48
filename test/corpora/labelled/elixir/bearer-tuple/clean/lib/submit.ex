defmodule Shop.Submit do
  @endpoint "https://submit.atomyx.io/api"
  @signing_salt "«other:base64url»"

  def create(job), do: Req.post!(@endpoint <> "/jobs", json: job, auth: {:bearer, System.fetch_env!("SUBMIT_KEY")})
  def salt, do: @signing_salt
end
