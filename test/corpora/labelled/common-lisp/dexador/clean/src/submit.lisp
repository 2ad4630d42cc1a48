(ql:quickload :dexador)
(defparameter *api-key* (uiop:getenv "ATOMYX_API_KEY"))
(defparameter *request-id* "«other:base64url»")
(dex:post "https://submit.atomyx.io/api/jobs"
  :headers (list (cons "Authorization" (format nil "Bearer ~a" *api-key*)) (cons "X-Request-Id" *request-id*)))
