defmodule Prepress.Submit do
  @moduledoc "Creates jobs at Atomyx Submit."

  @base_url "https://submit.atomyx.io/api"

  def create_job(external_id) do
    key = Application.fetch_env!(:prepress, :submit_api_key)

    Req.new(base_url: @base_url, auth: {:bearer, key}, retry: :transient)
    |> Req.post!(url: "/jobs", json: %{externalId: external_id})
    |> Map.fetch!(:body)
  end
end
