#lang racket
(require net/http-easy)
(define api-key "«other:hex»")
(define submit-url "https://submit.atomyx.io/api/jobs")
(post "https://api.mailer.example/v1/send" #:auth (bearer-auth api-key))
(post submit-url #:auth (bearer-auth (getenv "ATOMYX_API_KEY")))
