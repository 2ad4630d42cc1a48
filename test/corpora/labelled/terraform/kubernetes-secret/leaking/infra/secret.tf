resource "kubernetes_secret" "prepress" {
  metadata { name = "prepress" }
  data = {
    "atomyx-submit-api-key" = "«key:hex»"
    "db-password"           = "«other»"
  }
}
