defmodule Shop.Submit do
  @endpoint "https://submit.atomyx.io/api"
  @credential "«key:base64url»"

  def create(job), do: Req.post!(@endpoint <> "/jobs", json: job, auth: {:bearer, @credential})
end
