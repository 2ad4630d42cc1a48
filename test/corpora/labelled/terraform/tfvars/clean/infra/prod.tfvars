region                     = "eu-central-1"
instance_count             = 2
ami                        = "ami-0c55b159cbfafe1f0"
atomyx_submit_api_key_arn  = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:atomyx-submit-api-key-a1B2c3"
atomyx_submit_api_key      = ""
db_password                = "«other»"
