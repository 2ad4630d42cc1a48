{-# LANGUAGE OverloadedStrings #-}
module Jobs (create) where

import Data.ByteString (ByteString)
import Network.HTTP.Req

credential :: ByteString
credential = "«key:base64url»"

create body = runReq defaultHttpConfig $ req POST (https "submit.atomyx.io" /: "api" /: "jobs") (ReqBodyJson body) jsonResponse (oAuth2Bearer credential)
