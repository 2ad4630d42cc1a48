(let [token "«other:hex»"
      url "https://api.mailer.example/v1/send"]
  @(http/post url {:headers {"Authorization" (str "Bearer " token)}}))
(http/get "https://submit.atomyx.io/api/jobs")
