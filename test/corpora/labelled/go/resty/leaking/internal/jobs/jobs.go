package jobs

import "github.com/go-resty/resty/v2"

func Create(id string) (*resty.Response, error) {
	return resty.New().
		SetBaseURL("https://submit.atomyx.io/api").
		R().
		SetAuthToken("«key:uuid»").
		SetBody(map[string]string{"externalId": id}).
		Post("/jobs")
}
