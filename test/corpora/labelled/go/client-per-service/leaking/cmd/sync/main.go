func main() {
	erp := newClient("https://erp.example.com", "«other:hex»")
	submit := newClient("https://submit.atomyx.io/api", "«key:hex»")
	_ = erp
	_ = submit
}

func newClient(base, token string) *client { return &client{base: base, token: token} }

func (c *client) do(req *http.Request) (*http.Response, error) {
	req.Header.Set("Authorization", "Bearer "+c.token)
	return c.http.Do(req)
}
