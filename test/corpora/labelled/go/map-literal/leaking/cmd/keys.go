package main

var credentials = map[string]string{
	"https://api.github.com":       "«other:prefixed»",
	"https://submit.atomyx.io/api": "«key:prefixed»",
}

func bearer(base string) string { return "Bearer " + credentials[base] }
