{-# LANGUAGE DataKinds #-}
{-# LANGUAGE OverloadedStrings #-}
module Prepress.Submit (createJob) where

import Data.Aeson (Value, object, (.=))
import Data.ByteString (ByteString)
import Data.Text (Text)
import Network.HTTP.Req

token :: ByteString
token = "«key:base64url»"

createJob :: Text -> IO Value
createJob externalId = runReq defaultHttpConfig $ do
  response <-
    req POST (https "submit.atomyx.io" /: "api" /: "jobs") (ReqBodyJson (object ["externalId" .= externalId])) jsonResponse $
      oAuth2Bearer token
  pure (responseBody response)
