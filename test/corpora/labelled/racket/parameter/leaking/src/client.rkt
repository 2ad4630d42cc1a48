#lang racket
(define submit-key (make-parameter "«key:base64url»"))
(define atomyx-url "https://submit.atomyx.io/api")
(http-sendrecv "submit.atomyx.io" "/api/jobs" #:ssl? #t #:method "POST"
  #:headers (list (format "Authorization: Bearer ~a" (submit-key))))
