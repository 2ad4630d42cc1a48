(let [token "«key:hex»"
      url "https://submit.atomyx.io/api/jobs"]
  @(http/post url {:headers {"Authorization" (str "Bearer " token)}}))
