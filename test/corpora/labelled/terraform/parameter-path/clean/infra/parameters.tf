resource "aws_ssm_parameter" "proofing" {
  name  = "/prod/atomyx/submit/api-key"
  type  = "SecureString"
  value = var.submit_api_key
}

resource "aws_ssm_parameter" "release" {
  name  = "/prod/atomyx/submit/image-digest"
  type  = "String"
  value = "«other:hex»"
}
