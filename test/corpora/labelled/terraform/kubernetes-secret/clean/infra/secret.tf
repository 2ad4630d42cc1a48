resource "kubernetes_secret" "prepress" {
  metadata { name = "prepress" }
  data = {
    "atomyx-submit-api-key" = data.vault_kv_secret_v2.prepress.data["key"]
    "db-password"           = "«other»"
  }
}
