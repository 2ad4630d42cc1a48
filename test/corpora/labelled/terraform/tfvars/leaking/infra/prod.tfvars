region                = "eu-central-1"
instance_count        = 2
atomyx_submit_api_key = "«key:hex»"
db_password           = "«other»"
