(define config
  '((host . "submit.atomyx.io")
    (api-key . ,(getenv "ATOMYX_API_KEY"))
    (build-id . "«other:uuid»")))
