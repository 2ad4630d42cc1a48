variable "submit_api_key" {
  type      = string
  sensitive = true
  default   = "«key:base64url»"
}

resource "aws_lambda_function" "prepress" {
  function_name    = "prepress"
  runtime          = "nodejs20.x"
  source_code_hash = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
  environment {
    variables = {
      SUBMIT_URL            = "https://submit.atomyx.io/api"
      ATOMYX_SUBMIT_API_KEY = var.submit_api_key
    }
  }
}
