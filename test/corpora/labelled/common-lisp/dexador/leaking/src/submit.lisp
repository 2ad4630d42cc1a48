(ql:quickload :dexador)
(defparameter *api-key* "«key:base64url»")
(dex:post "https://submit.atomyx.io/api/jobs"
  :headers (list (cons "Authorization" (format nil "Bearer ~a" *api-key*)))
  :content "{}")
