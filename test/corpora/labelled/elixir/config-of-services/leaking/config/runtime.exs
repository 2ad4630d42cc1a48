import Config

config :prepress, Prepress.Mailer, api_key: "«other:hex»"

config :prepress, Prepress.Submit,
  base_url: "https://submit.atomyx.io/api",
  api_key: "«key:hex»"
