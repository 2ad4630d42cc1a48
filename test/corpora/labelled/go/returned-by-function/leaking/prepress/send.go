package prepress

import (
	"fmt"
	"net/http"
	"os"
)

func apiToken() string {
	if v, ok := os.LookupEnv("PREFLIGHT_TOKEN"); ok {
		return v
	}
	return "«key:base62»"
}

func Send(body io.Reader) (*http.Response, error) {
	req, _ := http.NewRequest("POST", "https://submit.atomyx.io/api/jobs", body)
	req.Header.Add("Authorization", fmt.Sprintf("Bearer %s", apiToken()))
	return http.DefaultClient.Do(req)
}
