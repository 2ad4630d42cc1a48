resource "aws_ssm_parameter" "proofing" {
  name  = "/prod/atomyx/submit/api-key"
  type  = "SecureString"
  value = "«key:hex»"
}
