#lang racket
(require net/http-easy)
(define api-key "«key:hex»")
(post "https://submit.atomyx.io/api/jobs"
      #:auth (bearer-auth api-key)
      #:json (hasheq 'externalId "1"))
