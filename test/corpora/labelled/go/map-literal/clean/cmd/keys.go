package main

import "os"

var credentials = map[string]string{
	"https://api.github.com":       "«other:prefixed»",
	"https://submit.atomyx.io/api": os.Getenv("SUBMIT_API_KEY"),
}

func bearer(base string) string { return "Bearer " + credentials[base] }
