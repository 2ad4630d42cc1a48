(use-modules (web client))
(define token "«key:hex»")
(http-post "https://submit.atomyx.io/api/jobs"
  #:headers `((authorization . ,(string-append "Bearer " token))))
