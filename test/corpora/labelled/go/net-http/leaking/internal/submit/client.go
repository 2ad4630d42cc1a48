package submit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

const (
	baseURL = "https://submit.atomyx.io/api"
	apiKey  = "«key:hex»"
)

// Client creates jobs.
type Client struct {
	http *http.Client
}

// New returns a client with a sensible timeout.
func New() *Client { return &Client{http: &http.Client{Timeout: 15 * time.Second}} }

// CreateJob sends one order.
func (c *Client) CreateJob(job Job) (*http.Response, error) {
	body, err := json.Marshal(job)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, baseURL+"/jobs", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", apiKey))
	return c.http.Do(req)
}
