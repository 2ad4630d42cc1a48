const (
	submitHost       = "submit.atomyx.io"
	submitAPIKeyEnv  = "ATOMYX_SUBMIT_API_KEY_V2"
	apiKeyHeader     = "X-Atomyx-Signature"
	ctxKeySubmit     = "submit-ctx-key-7f3a9c21d4"
	cacheKey         = "submit:jobs:«other:hex-32»"
	tokenBucket      = "submit-token-bucket-eu1-«other:hex-8»"
	s3Key            = "artwork/2026/01/«other:uuid».pdf"
	idempotencyKey   = "«other:uuid»"
	submitKeyPrefix  = "atx_live_"
)
