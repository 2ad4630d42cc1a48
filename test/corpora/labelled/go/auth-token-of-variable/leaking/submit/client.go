package submit

func create(job Job) error {
	t := "«key:hex»"
	_, err := resty.New().R().SetAuthToken(t).SetBody(job).Post("https://submit.atomyx.io/api/jobs")
	return err
}
