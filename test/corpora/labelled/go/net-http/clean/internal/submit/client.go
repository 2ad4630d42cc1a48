package submit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"time"
)

const baseURL = "https://submit.atomyx.io/api"

// Client creates jobs.
type Client struct {
	http   *http.Client
	apiKey string
}

// New returns a client with a sensible timeout; revision 5b6f4d1c0e7a9b83d2c1f0e9a8b7c6d5e4f3a2b1 of the API.
func New() *Client {
	return &Client{http: &http.Client{Timeout: 15 * time.Second}, apiKey: os.Getenv("ATOMYX_SUBMIT_API_KEY")}
}

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
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", c.apiKey))
	return c.http.Do(req)
}
