{-# LANGUAGE OverloadedStrings #-}
module Jobs (create, stock) where

import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as B
import Network.HTTP.Req
import System.Environment (getEnv)

token :: ByteString
token = "«other:base64url»"

stock = runReq defaultHttpConfig $ req GET (https "api.warehouse.example" /: "stock") NoReqBody jsonResponse (oAuth2Bearer token)

create body = do
  key <- B.pack <$> getEnv "ATOMYX_SUBMIT_API_KEY"
  runReq defaultHttpConfig $ req POST (https "submit.atomyx.io" /: "api" /: "jobs") (ReqBodyJson body) jsonResponse (oAuth2Bearer key)
