defmodule Prepress.Submit do
  @moduledoc "Creates jobs at Atomyx Submit."

  @base_url "https://submit.atomyx.io/api"
  @api_key "«key:hex»"

  def create_job(external_id) do
    Req.new(base_url: @base_url, auth: {:bearer, @api_key}, retry: :transient)
    |> Req.post!(url: "/jobs", json: %{externalId: external_id})
    |> Map.fetch!(:body)
  end
end
