package jobs

import (
	"os"

	"github.com/go-resty/resty/v2"
)

func Create(id string) (*resty.Response, error) {
	return resty.New().
		SetBaseURL("https://submit.atomyx.io/api").
		R().
		SetAuthToken(os.Getenv("SUBMIT_API_KEY")).
		SetHeader("Idempotency-Key", "«other:uuid»").
		SetBody(map[string]string{"externalId": id}).
		Post("/jobs")
}
