{-# LANGUAGE DataKinds #-}
{-# LANGUAGE OverloadedStrings #-}
module Prepress.Submit (createJob) where

import Data.Aeson (Value, object, (.=))
import qualified Data.ByteString.Char8 as B
import Data.Text (Text)
import Network.HTTP.Req
import System.Environment (getEnv)

createJob :: Text -> IO Value
createJob externalId = do
  token <- B.pack <$> getEnv "ATOMYX_SUBMIT_API_KEY"
  runReq defaultHttpConfig $ do
    response <-
      req POST (https "submit.atomyx.io" /: "api" /: "jobs") (ReqBodyJson (object ["externalId" .= externalId])) jsonResponse $
        oAuth2Bearer token
    pure (responseBody response)
