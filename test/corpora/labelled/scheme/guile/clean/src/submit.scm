(use-modules (web client))
(define token (getenv "ATOMYX_API_KEY"))
(define commit "«other:hex»")
(http-post "https://submit.atomyx.io/api/jobs"
  #:headers `((authorization . ,(string-append "Bearer " token)) (x-commit . ,commit)))
