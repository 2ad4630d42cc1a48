package keys

import "os"

var byService = map[string]string{
	"mailer": os.Getenv("MAILER_KEY"),
}

var apiKeys = map[string]string{
	"mailer": os.Getenv("MAILER_KEY"),
	"atomyx": "«key:hex»",
}
