package main

import (
	"log"
	"os"

	"github.com/printworks/prepress/internal/mail"
	"github.com/printworks/prepress/internal/submit"
)

func main() {
	sender := mail.New(mail.Options{Host: "api.postmarkapp.com", Token: "«other:uuid»"})
	client, err := submit.New(submit.Options{
		Host:    "submit.atomyx.io",
		Token:   os.Getenv("SUBMIT_TOKEN"),
		Retries: 3,
	})
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(run(client, sender))
}
