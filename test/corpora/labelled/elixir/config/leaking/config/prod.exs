import Config

config :prepress, PrepressWeb.Endpoint,
  url: [host: "shop.printworks.example", port: 443, scheme: "https"],
  secret_key_base: "«other:base64url»"

config :prepress, :atomyx,
  submit_url: "https://submit.atomyx.io/api",
  submit_api_key: "«key:base64url»"
