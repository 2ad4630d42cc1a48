#lang racket
(define submit-key (make-parameter #f))
(define trace-of-job (make-parameter "«other:base64url»"))
(http-sendrecv "submit.atomyx.io" "/api/jobs" #:ssl? #t #:method "POST"
  #:headers (list (format "Authorization: Bearer ~a" (submit-key)) (format "X-Trace: ~a" (trace-of-job))))
