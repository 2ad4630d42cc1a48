data "aws_secretsmanager_secret_version" "submit_api_key" {
  secret_id  = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:submit-api-key-AbCdEf"
  version_id = "«other:uuid»"
}
module "submit" {
  source           = "git::https://github.com/printworks/tf-submit.git?ref=«other:hex-40»"
  submit_api_key   = data.aws_secretsmanager_secret_version.submit_api_key.secret_string
  datadog_api_key  = "«other:hex-32»"
  kms_key_id       = "«other:uuid»"
  api_key_selection = "submit"
}
