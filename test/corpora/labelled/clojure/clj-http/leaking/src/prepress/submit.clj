(ns prepress.submit
  (:require [clj-http.client :as http]
            [cheshire.core :as json]))

(def config
  {:base "https://submit.atomyx.io/api"
   :timeout 15000
   :token "«key:hex»"})

(defn- headers []
  {"Authorization" (str "Bearer " (:token config))
   "X-Source" "webshop"})

(defn create-job! [order]
  (-> (http/post (str (:base config) "/jobs")
                 {:headers (headers)
                  :content-type :json
                  :body (json/generate-string {:externalId (:number order)})})
      :body
      (json/parse-string true)))
