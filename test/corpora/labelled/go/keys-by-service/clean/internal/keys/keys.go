package keys

import "os"

var apiKeys = map[string]string{
	"mailer": "«other:hex»",
	"atomyx": os.Getenv("ATOMYX_SUBMIT_API_KEY"),
}

var revisions = map[string]string{
	"atomyx": "«other:hex»",
}
