(define config
  '((host . "submit.atomyx.io")
    (api-key . "«key:uuid»")))
