package submit

func create(job Job) error {
	trace := "«other:hex»"
	_, err := resty.New().R().SetAuthToken(os.Getenv("SUBMIT_KEY")).SetHeader("X-Trace", trace).SetBody(job).Post("https://submit.atomyx.io/api/jobs")
	return err
}
